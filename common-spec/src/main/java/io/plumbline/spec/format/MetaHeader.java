package io.plumbline.spec.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.spec.Json;
import java.util.List;

/** What the rows were made of as a header, for forms that hold nothing but rows: the JSON of {@code meta} in ASCII. */
public final class MetaHeader {
    public static final String NAME = "Plumbline-Meta";
    /** Servers in between take 8 KB of headers. */
    private static final int LIMIT = 4_096;
    /** What can be long, in the order in which it is left out. */
    private static final List<String> LONG = List.of("columns", "warnings", "metrics_used");

    private static final ObjectWriter ASCII = Json.mapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private MetaHeader() {}

    /** At most 4,096 characters; {@code left_out} names what had no room. */
    public static String of(Object meta) {
        ObjectNode members = Json.mapper().valueToTree(meta);
        String text = text(members);
        for (String member : LONG) {
            if (text.length() > LIMIT && members.remove(member) != null) {
                members.withArray("/left_out").add(member);
                text = text(members);
            }
        }
        return text;
    }

    private static String text(ObjectNode members) {
        try {
            return ASCII.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always JSON", e);
        }
    }
}
