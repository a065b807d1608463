package io.plumbline.acceptance.product;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Compares rows, numbers within 1e-6. */
public final class Comparer {
    private static final double TOLERANCE = 1e-6;

    private final List<String> keys;
    private final double slack;

    /** @param keys the columns that name a row */
    public Comparer(List<String> keys) {
        this(keys, 0);
    }

    /** @param slack how far two numbers may lie apart besides */
    Comparer(List<String> keys, double slack) {
        this.keys = keys;
        this.slack = slack;
    }

    /** What differs, in words; empty where the rows are equal and in the same order. */
    public List<String> differences(List<Map<String, Object>> expected, List<Map<String, Object>> actual) {
        Map<List<Object>, Map<String, Object>> left = new HashMap<>();
        for (Map<String, Object> row : actual) {
            if (left.put(key(row), row) != null) {
                return List.of("two rows of " + key(row));
            }
        }
        List<String> differences = new ArrayList<>();
        for (Map<String, Object> row : expected) {
            Map<String, Object> partner = left.remove(key(row));
            if (partner == null) {
                differences.add("missing " + row);
            } else if (!same(row, partner)) {
                differences.add("expected " + row + " but was " + partner);
            }
        }
        left.values().forEach(row -> differences.add("too much " + row));
        return differences;
    }

    private List<Object> key(Map<String, Object> row) {
        List<Object> values = new ArrayList<>();
        keys.forEach(k -> values.add(row.get(k)));
        return values;
    }

    /** Members that are null and members that are absent are the same only for a composite's parts. */
    private boolean same(Map<String, Object> a, Map<String, Object> b) {
        TreeSet<String> names = new TreeSet<>(a.keySet());
        names.addAll(b.keySet());
        for (String name : names) {
            boolean parts = name.endsWith("__parts");
            if (!parts && a.containsKey(name) != b.containsKey(name)) {
                return false;
            }
            if (!sameValue(a.get(name), b.get(name)) && !isWithinSlack(a.get(name), b.get(name))) {
                return false;
            }
        }
        return true;
    }

    private boolean isWithinSlack(Object a, Object b) {
        return a instanceof Double x && b instanceof Double y && Math.abs(x - y) <= slack;
    }

    /** Whether two values are equal, numbers nearly. */
    static boolean sameValue(Object a, Object b) {
        if (a instanceof Double x && b instanceof Double y) {
            return Math.abs(x - y) <= TOLERANCE * Math.max(1, Math.max(Math.abs(x), Math.abs(y)));
        }
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return x.keySet().equals(y.keySet()) && x.keySet().stream().allMatch(k -> sameValue(x.get(k), y.get(k)));
        }
        return Objects.equals(a, b);
    }
}
