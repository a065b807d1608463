package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.query.compiler.resolve.ResolvedMeasure;
import io.plumbline.query.compiler.resolve.Template;
import io.plumbline.query.compiler.resolve.Value;
import io.plumbline.query.compiler.resolve.Value.Leaf;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.expression.AggregateFunction;
import io.plumbline.spec.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is counted beside a measure's number: the values behind it, and what there was to make values of. Both are leaves
 * like any other, so that every form and window counts them the way it makes the number.
 */
final class Behind {
    private static final Template ISSUES = Template.plain(
            new Expression.Aggregate(AggregateFunction.COUNT, new Expression.Column(Names.ISSUE_ID), false, null));

    private Behind() {}

    /** The column of the number of values behind the cell's. */
    static String values(Cell cell) {
        return counts(cell.leaf()) ? cell.column() : cell.column() + "_n";
    }

    /** The column of the number of things that a cell's values could have been made of: sprints, or their issues. */
    static String found(Cell cell) {
        return cell.column() + "_found";
    }

    /** Whether the number itself is that of the values behind it. */
    static boolean counts(Leaf leaf) {
        return switch (leaf) {
            case Value.Rows rows -> rows.aggregation() == Aggregation.COUNT;
            case Value.States states -> states.template().isEmpty() && !states.isDaily();
            case Value.Sprints _, Value.Score _, Value.Grouped _ -> false;
        };
    }

    /** Whether the number is how many there are of something: positive exactly where there is something. */
    static boolean isAmount(Leaf leaf) {
        return switch (leaf) {
            case Value.Rows rows -> Aggregates.counts(rows.aggregation());
            case Value.States states -> states.template().isEmpty();
            case Value.Sprints _, Value.Score _, Value.Grouped _ -> false;
        };
    }

    /** Whether some values may be too few to make a number of. */
    static boolean deviates(Leaf leaf) {
        return switch (leaf) {
            case Value.Rows rows -> rows.aggregation() == Aggregation.STDDEV;
            case Value.Sprints sprints -> sprints.aggregation() == Aggregation.STDDEV;
            case Value.States states -> states.aggregation() == Aggregation.STDDEV;
            case Value.Grouped grouped -> grouped.aggregation() == Aggregation.STDDEV;
            case Value.Score _ -> false;
        };
    }

    /** Whether there may be something to make a value of, and yet no value: a plan without points, a first sprint. */
    static boolean mayLackValues(Leaf leaf) {
        return switch (leaf) {
            case Value.Rows _, Value.States _ -> false;
            // Groups without a value are nothing to make a number of.
            case Value.Grouped _ -> false;
            case Value.Sprints sprints ->
                !Aggregates.isAdditive(sprints.aggregation())
                        && !sprints.template().alwaysHasValue();
            case Value.Score _ -> true;
        };
    }

    static List<Cell> of(List<ResolvedMeasure> measures) {
        return IntStream.range(0, measures.size())
                .boxed()
                .flatMap(i -> of(i, measures.get(i)))
                .toList();
    }

    private static Stream<Cell> of(int index, ResolvedMeasure measure) {
        return Cells.of(index, measure).flatMap(cell -> of(cell, measure.countsValues()));
    }

    private static Stream<Cell> of(Cell cell, boolean countsValues) {
        Leaf leaf = cell.leaf();
        List<Cell> behind = new ArrayList<>();
        if ((countsValues || deviates(leaf)) && !counts(leaf)) {
            behind.add(cell.beside(values(cell), counted(leaf)));
        }
        if (mayLackValues(leaf)) {
            behind.add(cell.beside(found(cell), available(leaf)));
        }
        return behind.stream();
    }

    private static Leaf counted(Leaf leaf) {
        return switch (leaf) {
            case Value.Rows rows -> rows.rolledUp(Aggregation.COUNT);
            case Value.Sprints sprints -> new Value.Sprints(sprints.template(), Aggregation.COUNT);
            case Value.States states ->
                new Value.States(
                        states.where(),
                        states.template(),
                        states.isDaily() ? Aggregation.COUNT_DISTINCT : Aggregation.COUNT);
            case Value.Score score -> score.rolledUp(Value.Score.RollUp.SCORES);
            case Value.Grouped grouped -> grouped.rolledUp(Aggregation.COUNT);
        };
    }

    private static Leaf available(Leaf leaf) {
        return leaf instanceof Value.Score score
                ? score.rolledUp(Value.Score.RollUp.SPRINTS)
                : new Value.Sprints(ISSUES, Aggregation.SUM);
    }
}
