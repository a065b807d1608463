package io.plumbline.query.compiler.plan;

import java.util.LinkedHashMap;
import java.util.Map;

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
        }
        return draft.with(columns);
    }
}
