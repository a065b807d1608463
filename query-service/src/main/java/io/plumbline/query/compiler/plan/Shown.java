package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.ResolvedMeasure;
import io.plumbline.query.compiler.resolve.ResolvedShow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts shares and ranks in the place of the numbers that they are made of. */
final class Shown implements Stage {
    @Override
    public Draft apply(Draft draft) {
        List<ResolvedMeasure> measures = draft.context().spec().measures();
        if (measures.stream().allMatch(measure -> measure.show().isEmpty())) {
            return draft;
        }
        Totals totals = Totals.beside(draft);
        Map<String, Expr> columns = new LinkedHashMap<>();
        for (int i = 0; i < measures.size(); i++) {
            int index = i;
            measures.get(i).show().ifPresent(show -> {
                columns.put(Ordering.value(index), shown(draft, index, show, totals));
                why(draft, index, show, totals).ifPresent(why -> columns.put(Ordering.why(Ordering.value(index)), why));
            });
        }
        return totals.draft().with(columns);
    }

    private static Expr shown(Draft draft, int index, ResolvedShow show, Totals totals) {
        Expr value = draft.column(Ordering.value(index));
        return switch (show) {
            case ResolvedShow.Share _ -> Terms.over(Terms.times(Terms.number(100), value), totals.of(index));
            case ResolvedShow.Rank rank -> rank(draft, value, rank);
        };
    }

    private static Optional<Expr> why(Draft draft, int index, ResolvedShow show, Totals totals) {
        Expr other = Emptiness.NOT_APPLICABLE.term();
        Optional<Expr> own = draft.find(Ordering.why(Ordering.value(index)));
        return switch (show) {
            // What has a number has no share of nothing.
            case ResolvedShow.Share share ->
                Optional.of(new Expr.Case(
                        List.of(new Expr.When(Terms.exists(shown(draft, index, share, totals)), Expr.Constant.NULL)),
                        own.map(why -> Terms.orElse(why, other)).orElse(other)));
            // What has no number has no rank, unless there would be one of more values.
            case ResolvedShow.Rank _ ->
                own.map(why -> new Expr.Case(
                        List.of(
                                new Expr.When(Terms.missing(why), Expr.Constant.NULL),
                                new Expr.When(
                                        Terms.eq(why, Emptiness.INSUFFICIENT_N.term()),
                                        Emptiness.INSUFFICIENT_N.term())),
                        other));
        };
    }

    /** Equal is what a reader sees as equal: numbers of the precision that answers have. */
    private static Expr rank(Draft draft, Expr value, ResolvedShow.Rank rank) {
        List<Expr> partition = rank.within().stream()
                .flatMap(dimension -> draft.context().columnsOf(dimension).stream())
                .map(draft::column)
                .toList();
        Order order = new Order(Terms.cast(value, Type.DOUBLE), rank.descending());
        return Terms.when(Terms.exists(value), new Expr.Rank(partition, order));
    }
}
