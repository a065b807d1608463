package io.plumbline.query.compiler.plan;

import java.util.List;
import java.util.Optional;

/**
 * Stretches of time, each of one bucket.
 *
 * @param step has a row for each of them; empty where there is one, that of the range
 * @param on which of them concern a row, time aside
 * @param from where each begins; empty where it has no beginning
 * @param to where each ends, at most now
 * @param bucket the bucket of each
 */
record Span(Optional<String> step, List<Expr> on, Optional<Expr> from, Expr to, Axis.Bucket bucket) {
    Span {
        on = List.copyOf(on);
    }

    /** Keeps the rows that some stretch meets the conditions with. */
    void join(EntityRows rows, List<Expr> conditions) {
        step.ifPresentOrElse(
                name -> rows.join(Source.Ref.to(name), Terms.all(on, conditions)),
                () -> conditions.forEach(rows::where));
    }
}
