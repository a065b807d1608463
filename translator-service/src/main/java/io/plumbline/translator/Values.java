package io.plumbline.translator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The values seen in one tenant's warehouse, by dimension: project keys, people, statuses and so on. Compared by
 * identity, so that what is derived from one reading can be kept as long as that reading.
 */
public final class Values {
    private final Map<String, List<String>> byField;

    public Values(Map<String, List<String>> byField) {
        var copy = new LinkedHashMap<String, List<String>>();
        byField.forEach((field, values) -> copy.put(field, List.copyOf(values)));
        this.byField = copy;
    }

    /** The values of a dimension; empty where none were seen. */
    public List<String> of(String field) {
        return byField.getOrDefault(field, List.of());
    }
}
