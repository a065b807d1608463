package io.plumbline.acceptance.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Random filters: tests of dimensions and trees of them. */
public record Conditions(Chance chance) {
    /** A test or a tree of up to so many joins in each other. */
    public ObjectNode tree(List<Field> fields, int depth) {
        if (depth == 0 || chance.of(0.3)) {
            Field field = chance.any(fields);
            return test(field, chance.any(field.operators()));
        }
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        String join = chance.any("and", "or", "not");
        if (join.equals("not")) {
            tree.set("not", tree(fields, depth - 1));
        } else {
            ArrayNode parts = tree.putArray(join);
            int count = chance.between(1, 2);
            for (int i = 0; i < count; i++) {
                parts.add(tree(fields, depth - 1));
            }
        }
        return tree;
    }

    /** A test of one field with values that make sense, or nearly. */
    public ObjectNode test(Field field, String op) {
        ObjectNode filter = JsonNodeFactory.instance.objectNode();
        filter.put("field", field.name()).put("op", op);
        List<Object> values = chance.shuffled(new ArrayList<>(field.values()));
        switch (op) {
            case "is_null", "is_not_null" -> {}
            case "in", "not_in" ->
                values.subList(0, Math.min(2, values.size()))
                        .forEach(v -> filter.withArray("value").add(node(v)));
            case "between" -> {
                filter.putArray("value").add("2024-10-30").add(values.getFirst().toString());
            }
            case "contains" -> filter.put("value", part(values.getFirst().toString()));
            case "starts_with" ->
                filter.put("value", values.getFirst().toString().substring(0, 1));
            case "like" -> filter.put("value", "%" + part(values.getFirst().toString()) + "%_");
            default -> filter.set("value", node(values.getFirst()));
        }
        return filter;
    }

    /** A value as JSON. */
    public static JsonNode node(Object value) {
        return value instanceof Boolean flag
                ? JsonNodeFactory.instance.booleanNode(flag)
                : JsonNodeFactory.instance.textNode(value.toString());
    }

    private String part(String text) {
        String part = text.substring(0, (text.length() + 1) / 2);
        return chance.of(0.5) ? part : part.toUpperCase(Locale.ROOT);
    }
}
