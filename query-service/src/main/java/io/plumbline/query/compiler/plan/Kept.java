package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.AnswerCondition;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.query.compiler.resolve.ResolvedFilter;
import io.plumbline.spec.catalog.ColumnType;
import java.util.List;

/** Keeps the rows of the answer that the filters on its numbers let through. They see what the row shows. */
final class Kept implements Stage {
    @Override
    public Draft apply(Draft draft) {
        List<ResolvedFilter<AnswerCondition>> filters = draft.context().spec().answerFilters();
        return filters.isEmpty()
                ? draft
                : new Tests(draft.settled("shown", "the rows of the answer before the filters on its numbers"))
                        .keep(filters);
    }

    /** Numbers the tests as it goes. */
    private static final class Tests {
        private final Draft shown;
        private int tests;

        Tests(Draft shown) {
            this.shown = shown;
        }

        Draft keep(List<ResolvedFilter<AnswerCondition>> filters) {
            Draft kept = shown;
            for (ResolvedFilter<AnswerCondition> filter : filters) {
                kept = kept.keeping(Trees.of(filter, this::condition));
            }
            return kept;
        }

        private Expr condition(AnswerCondition test) {
            tests++;
            String name = "answer_filter_" + tests;
            return switch (test) {
                case AnswerCondition.OfFigure figure ->
                    new Conditions(
                                    name,
                                    shown.column(Ordering.figure(figure.index(), figure.figure())),
                                    ColumnType.NUMBER)
                            .of(test.condition());
                case AnswerCondition.OfDimension dimension -> condition(name, dimension);
            };
        }

        private Expr condition(String name, AnswerCondition.OfDimension test) {
            PlanContext context = shown.context();
            ResolvedDimension dimension = context.spec().dimensions().get(test.index());
            Expr column = shown.column(dimension.name());
            return switch (dimension.definition().type()) {
                // A row shows the day its period begins on, and one value of a list.
                case TIME ->
                    new Conditions(
                                    name,
                                    Terms.call(
                                            Expr.Function.START_OF_DAY,
                                            column,
                                            context.frame().zone()),
                                    ColumnType.TIME)
                            .of(test.condition());
                case TEXT, TEXT_LIST -> new Conditions(name, column, ColumnType.TEXT).of(test.condition());
                case BOOLEAN, NUMBER ->
                    new Conditions(name, column, dimension.definition().type()).of(test.condition());
            };
        }
    }
}
