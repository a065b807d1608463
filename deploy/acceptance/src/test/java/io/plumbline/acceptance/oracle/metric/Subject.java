package io.plumbline.acceptance.oracle.metric;

import io.plumbline.acceptance.oracle.query.Query;
import java.util.List;

/** What a row of a metric is about: the values of its dimensions. */
public interface Subject {
    /** Texts, booleans or instants; a single null where there is no value; several for labels and components. */
    List<Object> values(String field);

    /** Whether all filters accept it. */
    default boolean passes(Query query) {
        return query.filters().stream().allMatch(f -> f.accepts(this::values));
    }
}
