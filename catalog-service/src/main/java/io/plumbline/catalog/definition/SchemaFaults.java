package io.plumbline.catalog.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.ValidationMessage;
import java.util.List;

/** What a schema objects to in a tree, told by the place and the schema's keyword. */
final class SchemaFaults {
    private SchemaFaults() {}

    static List<DefinitionFault> of(JsonSchema schema, JsonNode tree, String file) {
        return schema.validate(tree).stream()
                .map(message -> new DefinitionFault(
                        file, message.getInstanceLocation().toString(), text(message), code(message)))
                .toList();
    }

    private static String text(ValidationMessage message) {
        // The library puts the place in front of its text.
        String text = message.getMessage();
        return text.substring(text.indexOf(": ") + 1).strip();
    }

    private static String code(ValidationMessage message) {
        return switch (message.getType()) {
            case "required", "dependentRequired" -> "required";
            case "additionalProperties" -> "unknown_member";
            case "enum", "const" -> "not_allowed";
            case "type" -> "wrong_type";
            case "pattern" -> "wrong_form";
            case "minLength", "minItems" -> "too_short";
            case "maxLength", "maxItems" -> "too_long";
            case "uniqueItems" -> "duplicate";
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" -> "out_of_range";
            default -> "invalid_value";
        };
    }
}
