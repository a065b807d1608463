package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.ResolvedMeasure;
import io.plumbline.query.compiler.resolve.Value;
import io.plumbline.query.compiler.resolve.Value.Leaf;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.Window;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gives each leaf of each measure its column and its type. */
final class Cells {
    private final Optional<Window> window;

    private Cells(Optional<Window> window) {
        this.window = window;
    }

    /** The column of the measure at that place, from 0. */
    static String column(int measure) {
        return "m" + (measure + 1);
    }

    static List<Cell> of(List<ResolvedMeasure> measures) {
        return IntStream.range(0, measures.size())
                .boxed()
                .flatMap(i -> of(i, measures.get(i)))
                .toList();
    }

    /** The cells of the measure at that place. */
    static Stream<Cell> of(int index, ResolvedMeasure measure) {
        return new Cells(measure.window()).of(column(index), measure.value());
    }

    private Stream<Cell> of(String column, Value value) {
        return switch (value) {
            case Value.Quotient quotient ->
                Stream.concat(
                        of(numerator(column), quotient.numerator()), of(denominator(column), quotient.denominator()));
            case Value.Derived derived ->
                IntStream.range(0, derived.inputs().size())
                        .boxed()
                        .flatMap(i ->
                                of(input(column, i), derived.inputs().get(i).value()));
            case Leaf leaf -> Stream.of(cell(column, leaf));
        };
    }

    /** What a cell of two stages is made of, at the finer grain; of others the cell itself. */
    static Stream<Cell> within(Cell cell) {
        return cell.leaf() instanceof Value.Grouped grouped
                ? new Cells(cell.window()).of(cell.column(), grouped.value())
                : Stream.of(cell);
    }

    static String numerator(String column) {
        return column + "_over";
    }

    static String denominator(String column) {
        return column + "_under";
    }

    /** The column of the input at that place, from 0. */
    static String input(String column, int place) {
        return column + "_in_" + (place + 1);
    }

    private Cell cell(String column, Leaf leaf) {
        List<String> parts = leaf instanceof Value.Score score
                ? IntStream.rangeClosed(1, score.parts().size())
                        .mapToObj(part -> column + "_part_" + part)
                        .toList()
                : List.of();
        return new Cell(leaf, column, type(leaf), parts, window);
    }

    /** The type of a measure's number. */
    static Type type(Value value) {
        return switch (value) {
            case Value.Quotient _, Value.Derived _ -> Type.NUMERIC;
            case Leaf leaf -> type(leaf);
        };
    }

    private static Type type(Leaf leaf) {
        return switch (leaf) {
            case Value.Rows rows -> type(rows.aggregation());
            case Value.Sprints sprints -> type(sprints.aggregation());
            case Value.States states ->
                states.template()
                        .map(_ -> type(states.aggregation()))
                        .orElse(states.aggregation() == Aggregation.AVG ? Type.NUMERIC : Type.INTEGER);
            case Value.Score score when score.rollUp() != Value.Score.RollUp.AVERAGE -> Type.INTEGER;
            case Value.Score _ -> Type.NUMERIC;
            case Value.Grouped grouped -> type(grouped.aggregation(), type(grouped.value()));
        };
    }

    private static Type type(Aggregation aggregation) {
        if (Aggregates.counts(aggregation)) {
            return Type.INTEGER;
        }
        return Aggregates.isPercentile(aggregation) ? Type.DOUBLE : Type.NUMERIC;
    }

    /** The type of an aggregate of values of that type. */
    private static Type type(Aggregation aggregation, Type value) {
        return switch (aggregation) {
            case COUNT, COUNT_DISTINCT -> Type.INTEGER;
            case SUM, MIN, MAX, LAST -> value;
            case AVG, STDDEV -> Type.NUMERIC;
            case MEDIAN, P25, P50, P75, P85, P90, P95 -> Type.DOUBLE;
        };
    }
}
