package io.plumbline.catalog.tenant;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Immutable maps in the order of their keys, so that equal content is written the same. */
final class Ordered {
    private Ordered() {}

    static <V> Map<String, V> copyOf(Map<String, V> map) {
        return copyOf(map, UnaryOperator.identity());
    }

    static <V> Map<String, V> copyOf(Map<String, V> map, UnaryOperator<V> copy) {
        var ordered = new TreeMap<String, V>();
        map.forEach((key, value) -> ordered.put(key, copy.apply(value)));
        return Collections.unmodifiableMap(ordered);
    }
}
