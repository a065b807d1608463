package io.plumbline.query.compiler.plan;

import java.util.List;

/** A further source beside those before it. */
public record Join(Kind kind, Source source, List<Expr> on) {
    public Join {
        on = List.copyOf(on);
    }

    /** What becomes of rows without a partner: dropped, or kept with missing values. */
    public enum Kind {
        INNER,
        LEFT
    }
}
