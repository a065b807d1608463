package io.plumbline.acceptance.oracle.metric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The dimension values of one group, in the query's order; the place of metric_time holds the period's first day. */
public record Key(List<Object> values) {
    public Key {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    Key plus(Object value) {
        List<Object> longer = new ArrayList<>(values);
        longer.add(value);
        return new Key(longer);
    }

    /** The same with another value at a place. */
    public Key with(int place, Object value) {
        List<Object> changed = new ArrayList<>(values);
        changed.set(place, value);
        return new Key(changed);
    }
}
