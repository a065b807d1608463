package io.plumbline.jobs.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The custom fields worth keeping in the warehouse: numbers, truth values, short texts and chosen options. */
final class CustomValues {
    private static final int MAX_TEXT = 255;
    private static final int MAX_DIGITS = 30;

    private CustomValues() {}

    /** A JSON object, field id → value. */
    static String of(Map<String, JsonNode> fields) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        fields.forEach((field, value) -> {
            JsonNode simple = value.isObject() ? value.path("value") : value;
            boolean shortText = simple.isTextual() && simple.asText().length() <= MAX_TEXT;
            if (isModest(simple) || simple.isBoolean() || shortText) {
                kept.set(field, simple);
            }
        });
        return kept.toString();
    }

    /** A number whose digits the database need not be afraid of. */
    private static boolean isModest(JsonNode value) {
        return value.isNumber()
                && Math.abs(value.decimalValue().scale()) <= MAX_DIGITS
                && value.decimalValue().precision() <= MAX_DIGITS;
    }
}
