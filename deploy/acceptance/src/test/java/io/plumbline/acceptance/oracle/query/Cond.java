package io.plumbline.acceptance.oracle.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A filter. Looks at all values a row has for the field: several for labels, one or none for others. */
public record Cond(String field, String op, List<Object> operands, ZoneId zone) {
    public static Cond read(JsonNode json, ZoneId zone) {
        List<Object> operands = new ArrayList<>();
        JsonNode value = json.path("value");
        if (value.isArray()) {
            value.forEach(v -> operands.add(scalar(v)));
        } else if (!value.isMissingNode() && !value.isNull()) {
            operands.add(scalar(value));
        }
        return new Cond(json.get("field").asText(), json.get("op").asText(), operands, zone);
    }

    private static Object scalar(JsonNode value) {
        if (value.isNumber()) {
            return value.asDouble();
        }
        return value.isBoolean() ? (Object) value.asBoolean() : value.asText();
    }

    /** Whether a row with these values passes. Rows without a value pass only negations and is_null. */
    public boolean accepts(List<Object> values) {
        List<Object> present = values.stream().filter(Objects::nonNull).toList();
        return switch (op) {
            case "is_null" -> present.isEmpty();
            case "is_not_null" -> !present.isEmpty();
            case "!=", "not_in" -> present.stream().noneMatch(this::equalsAny);
            case "=", "in" -> present.stream().anyMatch(this::equalsAny);
            case "contains", "starts_with", "like" ->
                present.stream().anyMatch(v -> new Pattern(op).matches(v, operands));
            default -> present.stream().anyMatch(this::compares);
        };
    }

    private boolean compares(Object value) {
        return value instanceof Instant at
                ? new Days(op, zone).matches(at, operands)
                : new Numbers(op).matches((Double) value, operands);
    }

    private boolean equalsAny(Object value) {
        if (value instanceof Instant at) {
            return operands.stream().anyMatch(o -> new Days("=", zone).matches(at, List.of(o)));
        }
        return operands.contains(value);
    }
}
