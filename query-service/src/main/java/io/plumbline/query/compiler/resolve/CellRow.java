package io.plumbline.query.compiler.resolve;

import io.plumbline.query.compiler.index.SprintColumn;
import io.plumbline.query.compiler.validate.Bucket;
import io.plumbline.spec.catalog.ColumnType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The row of a cell. Most of its values are filters, so that nothing else is read. By some it is looked for among the groups
 * of the answer, because a filter does not tell them apart: an issue that passes a filter on a list has all values of the
 * list, and to the number of a sprint those of its window count as well.
 */
final class CellRow {
    private final ResolvedSpec spec;
    private final Map<String, Object> values;
    private final boolean windowed;

    /** @param windowed whether the number counts more than what is in its row */
    CellRow(ResolvedSpec spec, Map<String, Object> values, boolean windowed) {
        this.spec = spec;
        this.values = values;
        this.windowed = windowed;
    }

    boolean isOfSprint() {
        return spec.metricTime().filter(ResolvedDimension::isBySprint).isPresent();
    }

    /** The dimensions by which the row is looked for. */
    List<ResolvedDimension> soughtBy() {
        return spec.dimensions().stream()
                .filter(dimension -> dimension.definition().type() == ColumnType.TEXT_LIST
                        || dimension.isBySprint()
                        || isOfBucket(dimension))
                .toList();
    }

    /** The row's value of each of their columns. */
    Map<String, Optional<Object>> members() {
        Map<String, Optional<Object>> members = new HashMap<>();
        for (ResolvedDimension dimension : soughtBy()) {
            Optional<Object> value = Optional.ofNullable(values.get(dimension.name()));
            members.put(dimension.name(), dimension.isTime() ? value.map(day -> LocalDate.parse((String) day)) : value);
            if (dimension.isBySprint()) {
                for (SprintColumn column : SprintColumn.values()) {
                    members.put(column.column(), Optional.ofNullable(values.get(column.column())));
                }
            }
        }
        return members;
    }

    /** What all that is behind the cell passes. */
    List<ResolvedFilter<RowCondition>> filters() {
        List<ResolvedFilter<RowCondition>> filters = new ArrayList<>();
        spec.dimensions().stream()
                .filter(dimension -> !dimension.isMetricTime())
                .filter(dimension -> !(windowed && isOfBucket(dimension)))
                .forEach(dimension -> filters.add(
                        new ResolvedFilter.Test<>(new RowCondition(dimension.definition(), condition(dimension)))));
        if (isOfSprint() && !windowed) {
            for (SprintColumn column : SprintColumn.values()) {
                filters.add(new ResolvedFilter.Test<>(new RowCondition(
                        spec.catalog().dimension(column.dimension()).orElseThrow(),
                        condition(values.get(column.column())))));
            }
        }
        return filters;
    }

    /** The row's period of a time dimension. */
    Bucket bucket(ResolvedDimension time) {
        return Bucket.find(values.get(time.name()), time.granularity()).orElseThrow();
    }

    /** The days of that period. */
    Period days(Bucket bucket) {
        return new Period(bucket.first(), bucket.end(), spec.time().zone());
    }

    private boolean isOfBucket(ResolvedDimension dimension) {
        return isOfSprint() && spec.catalog().isOfSprint(dimension.definition());
    }

    private Condition condition(ResolvedDimension dimension) {
        if (values.get(dimension.name()) == null || !dimension.isTime()) {
            return condition(values.get(dimension.name()));
        }
        Period days = days(bucket(dimension));
        return new Condition.Within(List.of(new Condition.Span(days.start(), days.end())), false);
    }

    private static Condition condition(Object value) {
        return value == null ? new Condition.Present(false) : new Condition.OneOf(List.of(value), false);
    }
}
