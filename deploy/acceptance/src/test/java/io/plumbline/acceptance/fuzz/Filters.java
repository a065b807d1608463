package io.plumbline.acceptance.fuzz;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import java.util.ArrayList;
import java.util.List;

/** Right filters: tests of dimensions and of numbers, alone and in trees. */
final class Filters {
    private static final List<String> WHOLE = List.of("=", "!=", "in", "not_in", "is_null", "is_not_null");
    private static final List<String> PATTERNS = List.of("like", "contains", "starts_with");
    private static final List<String> ORDER = List.of("<", "<=", ">", ">=", "between");

    private final Chance chance;
    private final Marker marker;
    private final List<DimensionFact> reached;
    private final List<DimensionFact> grouped;
    private final List<String> numbers;
    /** Less than the language allows: a tree under way is always finished. */
    private int left = 18;

    /**
     * @param reached what tests of rows may be on
     * @param grouped what tests beside tests of numbers may be on
     * @param numbers the number columns of the answer
     */
    Filters(
            Chance chance,
            Marker marker,
            List<DimensionFact> reached,
            List<DimensionFact> grouped,
            List<String> numbers) {
        this.chance = chance;
        this.marker = marker;
        this.reached = filterable(reached);
        this.grouped = filterable(grouped);
        this.numbers = numbers;
    }

    private static List<DimensionFact> filterable(List<DimensionFact> all) {
        return all.stream().filter(d -> !d.isMetricTime()).toList();
    }

    ArrayNode make() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        int count = chance.of(0.1) ? chance.between(0, 6) : chance.between(0, 2);
        for (int i = 0; i < count && left > 0; i++) {
            boolean ofNumbers = chance.of(0.25);
            if (ofNumbers || !reached.isEmpty()) {
                list.add(chance.of(0.25) ? tree(ofNumbers, chance.between(1, 5)) : leaf(ofNumbers));
            }
        }
        return list;
    }

    private ObjectNode tree(boolean ofNumbers, int depth) {
        if (depth == 0 || left <= 3) {
            return leaf(ofNumbers);
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        String join = chance.any("and", "or", "not");
        if (join.equals("not")) {
            node.set("not", tree(ofNumbers, depth - 1));
            return node;
        }
        ArrayNode parts = node.putArray(join);
        int count = chance.between(1, 3);
        for (int i = 0; i < count && (i == 0 || left > 0); i++) {
            parts.add(tree(ofNumbers, chance.of(0.4) ? 0 : depth - 1));
        }
        return node;
    }

    /** Beside tests of numbers, dimensions must be those of the answer. */
    private ObjectNode leaf(boolean ofNumbers) {
        left--;
        if (!ofNumbers) {
            return test(chance.any(reached));
        }
        return grouped.isEmpty() || chance.of(0.6) ? number(chance.any(numbers)) : test(chance.any(grouped));
    }

    private ObjectNode number(String column) {
        List<String> operators = new ArrayList<>(WHOLE);
        operators.addAll(ORDER);
        ObjectNode test = test(column, chance.any(operators));
        switch (test.path("op").asText()) {
            case "is_null", "is_not_null" -> {}
            case "in", "not_in" ->
                test.putArray("value").add(chance.between(0, 9)).add(1.25);
            case "between" -> test.putArray("value").add(chance.between(-9, 3)).add(chance.between(3, 99));
            default -> {
                if (chance.of(0.5)) {
                    test.put("value", chance.between(-5, 50));
                } else {
                    test.put("value", chance.between(-500, 5000) / 16.0);
                }
            }
        }
        return test;
    }

    private ObjectNode test(DimensionFact dimension) {
        List<String> operators = new ArrayList<>(WHOLE);
        if (dimension.isText()) {
            operators.addAll(PATTERNS);
        } else if (dimension.isTime()) {
            operators.addAll(ORDER);
        }
        ObjectNode test = test(dimension.name(), chance.any(operators));
        switch (test.path("op").asText()) {
            case "is_null", "is_not_null" -> {}
            case "in", "not_in" -> {
                ArrayNode list = test.putArray("value");
                int count = chance.of(0.05) ? 500 : chance.between(1, 4);
                for (int i = 0; i < count; i++) {
                    put(list, dimension);
                }
            }
            case "between" ->
                test.putArray("value").add("2024-11-0" + chance.between(1, 9)).add("2025-02-01");
            default -> {
                ArrayNode one = JsonNodeFactory.instance.arrayNode();
                put(one, dimension);
                test.set("value", one.get(0));
            }
        }
        return test;
    }

    private static ObjectNode test(String field, String op) {
        return JsonNodeFactory.instance.objectNode().put("field", field).put("op", op);
    }

    private void put(ArrayNode list, DimensionFact dimension) {
        if (dimension.type().equals("boolean")) {
            list.add(chance.of(0.5));
        } else if (dimension.isTime()) {
            list.add(chance.any(
                    "2024-12-01", "2025-03-30", "2025-01-01T00:00:00Z", "1970-01-01", "2199-12-31T23:59:59+05:45"));
        } else if (!dimension.closed().isEmpty()) {
            list.add(chance.any(dimension.closed()));
        } else if (!dimension.seen().isEmpty() && chance.of(0.4)) {
            list.add(chance.any(dimension.seen()));
        } else {
            list.add(HostileTexts.any(chance, marker));
        }
    }
}
