package io.plumbline.translator.offline.read;

import io.plumbline.spec.Filter;
import io.plumbline.spec.Operator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The filters of a draft, collected value by value. */
final class Conditions {
    private final Map<String, Set<Object>> included = new LinkedHashMap<>();
    private final Map<String, Set<Object>> excluded = new LinkedHashMap<>();
    private final Map<String, Operator> presence = new LinkedHashMap<>();
    private final List<Filter.Test> others = new ArrayList<>();

    void include(String field, Object value) {
        included.computeIfAbsent(field, f -> new LinkedHashSet<>()).add(value);
    }

    void exclude(String field, Object value) {
        excluded.computeIfAbsent(field, f -> new LinkedHashSet<>()).add(value);
    }

    void requireNull(String field) {
        presence.put(field, Operator.IS_NULL);
    }

    void requireValue(String field) {
        presence.put(field, Operator.IS_NOT_NULL);
    }

    void add(Filter.Test filter) {
        others.add(filter);
    }

    boolean on(String field) {
        return included.containsKey(field) || excluded.containsKey(field) || presence.containsKey(field);
    }

    boolean isNull(String field) {
        return presence.get(field) == Operator.IS_NULL;
    }

    Set<Object> included(String field) {
        return included.getOrDefault(field, Set.of());
    }

    void drop(String field) {
        included.remove(field);
        excluded.remove(field);
        presence.remove(field);
    }

    List<Filter.Test> toFilters() {
        var filters = new ArrayList<Filter.Test>();
        included.forEach((field, values) -> filters.add(filter(field, values, Operator.EQ, Operator.IN)));
        excluded.forEach((field, values) -> filters.add(excluding(field, values)));
        presence.forEach((field, operator) -> filters.add(new Filter.Test(field, operator, null)));
        filters.addAll(others);
        return List.copyOf(filters);
    }

    private static Filter.Test excluding(String field, Set<Object> values) {
        var first = values.iterator().next();
        return values.size() == 1 && first instanceof Boolean flag
                ? new Filter.Test(field, Operator.EQ, !flag)
                : filter(field, values, Operator.NE, Operator.NOT_IN);
    }

    private static Filter.Test filter(String field, Set<Object> values, Operator one, Operator several) {
        return values.size() == 1
                ? new Filter.Test(field, one, values.iterator().next())
                : new Filter.Test(field, several, List.copyOf(values));
    }
}
