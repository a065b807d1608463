package io.plumbline.acceptance.relation;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.acceptance.product.Comparer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Equality of numbers that were computed in different ways. */
final class Same {
    private static final double TOLERANCE = 1e-6;

    private Same() {}

    static boolean is(Double a, Double b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a));
    }

    static Double number(Map<String, Object> row, String column) {
        return (Double) row.get(column);
    }

    /** The sum of a column without its nulls. */
    static double sum(List<Map<String, Object>> rows, String column) {
        return rows.stream()
                .map(r -> number(r, column))
                .mapToDouble(v -> v == null ? 0 : v)
                .sum();
    }

    /** How two answers to a spec differ, whatever their order; empty where they are the same. */
    static List<String> violations(
            List<Map<String, Object>> expected, List<Map<String, Object>> actual, JsonNode spec) {
        List<String> keys = new ArrayList<>();
        spec.path("dimensions")
                .forEach(d ->
                        keys.add(d.isTextual() ? d.asText() : d.path("field").asText()));
        return new Comparer(keys)
                .differences(expected, actual).stream()
                        .map(d -> d + ": " + spec)
                        .toList();
    }
}
