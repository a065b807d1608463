package io.plumbline.query.compiler.resolve;

import io.plumbline.query.compiler.drill.DrillRequest;
import io.plumbline.query.compiler.validate.Bucket;
import io.plumbline.spec.Window;
import io.plumbline.spec.catalog.ColumnType;
import io.plumbline.spec.problem.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Narrows a question to one cell of its answer: the row's values become filters and its period the range, so that the cell
 * is computed by the very rules that made it. Counts on the request having no fault.
 */
public final class CellResolver {
    private final ResolvedSpec spec;
    private final DrillRequest request;

    public CellResolver(ResolvedSpec spec, DrillRequest request) {
        this.spec = spec;
        this.request = request;
    }

    /** The cell, or why its measure has no such part. */
    public Cell resolve() {
        ResolvedMeasure measure = spec.measures().stream()
                .filter(any -> request.measure() == null || any.column().equals(request.measure()))
                .findFirst()
                .orElseThrow();
        return switch (CellPath.follow(measure.value(), request.part())) {
            case CellPath.Found found -> new Cell.Open(cell(measure, found));
            case CellPath.Lost lost -> new Cell.Refused(lost.fault());
        };
    }

    /** What came of a request. */
    public sealed interface Cell {
        record Open(ResolvedCell cell) implements Cell {}

        record Refused(FieldError fault) implements Cell {}
    }

    private ResolvedCell cell(ResolvedMeasure measure, CellPath.Found found) {
        List<ResolvedDimension> lists = spec.dimensions().stream()
                .filter(dimension -> dimension.definition().type() == ColumnType.TEXT_LIST)
                .toList();
        Optional<String> part =
                found.names().isEmpty() ? Optional.empty() : Optional.of(String.join(".", found.names()));
        return new ResolvedCell(
                narrowed(measure, found.leaf(), lists), measure, found.leaf(), part, request.offset(), members(lists));
    }

    private ResolvedSpec narrowed(ResolvedMeasure measure, Value.Leaf leaf, List<ResolvedDimension> lists) {
        return new ResolvedSpec(
                spec.catalog(),
                List.of(),
                lists,
                filters(),
                List.of(),
                time(measure, leaf),
                List.of(),
                request.limit());
    }

    private Map<String, Optional<String>> members(List<ResolvedDimension> lists) {
        Map<String, Optional<String>> members = new HashMap<>();
        lists.forEach(dimension -> members.put(
                dimension.name(), Optional.ofNullable((String) request.row().get(dimension.name()))));
        return members;
    }

    private ResolvedTime time(ResolvedMeasure measure, Value.Leaf leaf) {
        ResolvedTime time = spec.time();
        Period range = spec.metricTime()
                .map(this::bucket)
                .map(bucket -> cut(bucket, measure.window().filter(_ -> !isUnknown(bucket, leaf))))
                .orElse(time.range());
        return new ResolvedTime(time.zone(), time.now(), range, Optional.empty(), 0, time.asOf());
    }

    /** A state of a period that has not begun, though its window may reach into the past. */
    private boolean isUnknown(Bucket bucket, Value.Leaf leaf) {
        return leaf instanceof Value.States && days(bucket).isFuture(spec.time().now());
    }

    private Period cut(Bucket bucket, Optional<Window> window) {
        Period range = spec.time().range();
        LocalDate cut = range.from() == null ? bucket.first() : later(range.from(), bucket.first());
        LocalDate from = window.isEmpty()
                ? cut
                : switch (window.get()) {
                    case Window.Rolling rolling -> bucket.back(rolling.periods() - 1);
                    case Window.ToDate toDate -> bucket.within(toDate.granularity());
                    case Window.Cumulative _ -> range.from();
                };
        return new Period(
                from, range.to() == null || range.to().isAfter(bucket.end()) ? bucket.end() : range.to(), range.zone());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private List<ResolvedFilter<RowCondition>> filters() {
        List<ResolvedFilter<RowCondition>> filters = new ArrayList<>(spec.filters());
        spec.dimensions().stream()
                .filter(dimension -> !dimension.isMetricTime())
                .forEach(dimension -> filters.add(
                        new ResolvedFilter.Test<>(new RowCondition(dimension.definition(), condition(dimension)))));
        return filters;
    }

    private Condition condition(ResolvedDimension dimension) {
        Object value = request.row().get(dimension.name());
        if (value == null) {
            return new Condition.Present(false);
        }
        return dimension.isTime()
                ? new Condition.Within(List.of(span(bucket(dimension))), false)
                : new Condition.OneOf(List.of(value), false);
    }

    private Condition.Span span(Bucket bucket) {
        return new Condition.Span(days(bucket).start(), days(bucket).end());
    }

    private Period days(Bucket bucket) {
        return new Period(bucket.first(), bucket.end(), spec.time().zone());
    }

    private Bucket bucket(ResolvedDimension dimension) {
        String day = (String) request.row().get(dimension.name());
        return Bucket.find(day, dimension.granularity()).orElseThrow();
    }
}
