package io.plumbline.query.compiler.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds the differences from the previous range, in the measure's unit and in percent. */
final class Compared implements Stage {
    @Override
    public Draft apply(Draft draft) {
        return draft.context().spec().time().previous().isEmpty()
                ? draft
                : differences(draft.settled("measured", "each measure's figure of both ranges"));
    }

    /** Adds the differences between the value and the previous one. */
    static Draft differences(Draft draft) {
        Map<String, Expr> columns = new LinkedHashMap<>();
        for (int i = 0; i < draft.context().spec().measures().size(); i++) {
            Expr previous = draft.column(Ordering.previous(i));
            Expr delta = Terms.minus(draft.column(Ordering.value(i)), previous);
            columns.put(Ordering.delta(i), delta);
            columns.put(Ordering.deltaPct(i), Terms.over(Terms.times(Terms.number(100), delta), previous));
            columns.putAll(whys(draft, i, columns));
        }
        return draft.with(columns);
    }

    private static Map<String, Expr> whys(Draft draft, int measure, Map<String, Expr> columns) {
        Optional<Expr> own = draft.find(Ordering.why(Ordering.value(measure)));
        Map<String, Expr> whys = new LinkedHashMap<>();
        Expr percent = columns.get(Ordering.deltaPct(measure));
        whys.put(Ordering.why(Ordering.deltaPct(measure)), why(percent, own));
        if (own.isPresent()
                || draft.find(Ordering.why(Ordering.previous(measure))).isPresent()) {
            whys.put(Ordering.why(Ordering.delta(measure)), why(columns.get(Ordering.delta(measure)), own));
        }
        return whys;
    }

    /** Without a number there is no difference for the same reason; else there is nothing to compare it with. */
    private static Expr why(Expr difference, Optional<Expr> own) {
        Expr other = Emptiness.NOT_APPLICABLE.term();
        return new Expr.Case(
                List.of(new Expr.When(Terms.exists(difference), Expr.Constant.NULL)),
                own.map(why -> Terms.orElse(why, other)).orElse(other));
    }
}
