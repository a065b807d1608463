package io.plumbline.query.compiler.plan;

import java.util.Locale;

/** Why there is no number. */
enum Emptiness {
    /** There was nothing to compute it from. */
    NO_DATA,
    /** There is data, but no number is defined: nothing to divide by, nothing to compare with, a period in the future. */
    NOT_APPLICABLE,
    /** There are fewer values than it needs. */
    INSUFFICIENT_N;

    Expr term() {
        return Terms.text(name().toLowerCase(Locale.ROOT));
    }
}
