package io.plumbline.spec.format;

import io.plumbline.spec.format.RowFormat.Ending;
import io.plumbline.spec.format.RowFormat.Heading;
import io.plumbline.spec.result.ResultColumn;
import io.plumbline.spec.result.ResultType;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Rows with a column of each type, one of them without any value. */
public final class SampleRows {
    public static final Heading HEADING = new Heading(
            List.of(
                    new ResultColumn("project", ResultType.TEXT),
                    new ResultColumn("bug", ResultType.BOOLEAN),
                    new ResultColumn("closed", ResultType.INTEGER),
                    new ResultColumn("cycle", ResultType.DECIMAL),
                    new ResultColumn("metric_time", ResultType.DATE),
                    new ResultColumn("resolved_at", ResultType.INSTANT),
                    new ResultColumn("score__parts", ResultType.PARTS),
                    new ResultColumn("cycle", ResultType.WHY)),
            Map.of("cycle", "days"),
            Map.of("spec_hash", "5pec"),
            3);

    public static final List<Object> FULL = List.of(
            "Žluť \"1\"",
            true,
            7L,
            2.5,
            LocalDate.parse("1969-12-31"),
            Instant.parse("2026-03-01T10:00:00.123456Z"),
            Map.of("b", 1, "a", 0.5),
            "no_data");

    public static final List<Object> EMPTY = Arrays.asList(null, null, null, null, null, null, null, "no_data");

    private SampleRows() {}

    /** The whole document: two rows on the first page, one on the second. */
    public static byte[] write(RowFormat format) {
        var document = new ByteArrayOutputStream();
        document.writeBytes(format.head(HEADING));
        document.writeBytes(format.rows(List.of(FULL, EMPTY)));
        document.writeBytes(format.rows(List.of(FULL)));
        document.writeBytes(format.end(new Ending(3, "ha5h", 1.5)));
        return document.toByteArray();
    }
}
