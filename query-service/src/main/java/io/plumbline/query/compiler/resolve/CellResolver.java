package io.plumbline.query.compiler.resolve;

import io.plumbline.query.compiler.drill.DrillRequest;
import io.plumbline.query.compiler.resolve.Value.Grouped;
import io.plumbline.query.compiler.resolve.Value.Leaf;
import io.plumbline.query.compiler.validate.Bucket;
import io.plumbline.spec.Window;
import io.plumbline.spec.problem.FieldError;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        CellRow row = new CellRow(spec, request.row(), measure.window().isPresent());
        Leaf leaf = within(found.leaf());
        Optional<String> part =
                found.names().isEmpty() ? Optional.empty() : Optional.of(String.join(".", found.names()));
        return new ResolvedCell(
                narrowed(measure, leaf, row),
                measure,
                leaf,
                part,
                request.offset(),
                row.members(),
                measure.finer(),
                measure.window().filter(_ -> row.isOfSprint()));
    }

    /** What the groups' values are made of; a path ends where that is one thing. */
    private static Leaf within(Leaf leaf) {
        return leaf instanceof Grouped grouped ? (Leaf) grouped.value() : leaf;
    }

    private ResolvedSpec narrowed(ResolvedMeasure measure, Leaf leaf, CellRow row) {
        return new ResolvedSpec(
                spec.catalog(),
                List.of(),
                Stream.concat(row.soughtBy().stream(), measure.finer().stream()).toList(),
                Stream.concat(spec.filters().stream(), row.filters().stream()).toList(),
                List.of(),
                time(measure, leaf, row),
                List.of(),
                request.limit());
    }

    private ResolvedTime time(ResolvedMeasure measure, Leaf leaf, CellRow row) {
        ResolvedTime time = spec.time();
        Period range = spec.metricTime()
                .filter(dimension -> !dimension.isBySprint())
                .map(row::bucket)
                .map(bucket -> cut(bucket, measure.window().filter(_ -> !isUnknown(row.days(bucket), leaf))))
                .orElse(time.range());
        return new ResolvedTime(time.zone(), time.now(), range, Optional.empty(), 0, time.asOf());
    }

    /** A state of a period that has not begun, though its window may reach into the past. */
    private boolean isUnknown(Period days, Leaf leaf) {
        return leaf instanceof Value.States && days.isFuture(spec.time().now());
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
}
