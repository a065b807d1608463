package io.plumbline.query.compiler.resolve;

import io.plumbline.spec.Window;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One number column.
 *
 * @param column the caller's name of it, which never enters SQL
 * @param window over which periods each bucket counts; empty for its own
 * @param show what the column shows in place of the number; empty for the number itself
 * @param n whether the answer has the number of values behind the number
 * @param minN with fewer values there is no number
 */
public record ResolvedMeasure(
        String column,
        MetricDefinition metric,
        Value value,
        Optional<Window> window,
        Optional<ResolvedShow> show,
        boolean n,
        OptionalInt minN) {

    /** Whether the answer depends on how many values are behind the number. */
    public boolean countsValues() {
        return n || minN.isPresent();
    }

    /** What its rows are grouped by besides the dimensions of the answer. */
    public List<ResolvedDimension> finer() {
        return value instanceof Value.Grouped grouped ? grouped.over() : List.of();
    }
}
