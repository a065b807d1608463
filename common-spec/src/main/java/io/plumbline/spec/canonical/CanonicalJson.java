package io.plumbline.spec.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.Json;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON with sorted members and no spaces, so that equal values have equal text; numbers are written out in full. */
public final class CanonicalJson {
    private CanonicalJson() {}

    /** The text of a value that the product's mapper can write. */
    public static String write(Object value) {
        return text(Json.mapper().valueToTree(value));
    }

    private static String text(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT ->
                node.propertyStream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(member -> Json.mapper().getNodeFactory().textNode(member.getKey()) + ":"
                                + text(member.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case ARRAY -> node.valueStream().map(CanonicalJson::text).collect(Collectors.joining(",", "[", "]"));
            case NUMBER -> node.decimalValue().toPlainString();
            case STRING, BOOLEAN, NULL -> node.toString();
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("not JSON: " + node.getNodeType());
        };
    }
}
