package io.plumbline.acceptance.oracle.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** The instants of tracker records: offsets are written +0100, +01:00 or Z. */
final class Times {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter();

    private Times() {}

    /** Null where the member is missing or null. */
    static Instant read(JsonNode node) {
        return node == null || node.isNull() || node.isMissingNode()
                ? null
                : OffsetDateTime.parse(node.asText(), FORMAT).toInstant();
    }
}
