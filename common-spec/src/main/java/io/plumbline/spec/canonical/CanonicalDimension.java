package io.plumbline.spec.canonical;

import io.plumbline.spec.Dimension;
import io.plumbline.spec.Granularity;
import java.util.Set;

/** One dimension in canonical form: a time has its period. */
final class CanonicalDimension {
    /** The dimensions that are times, as the language fixes them. */
    private static final Set<String> TIMES =
            Set.of(Dimension.METRIC_TIME, "created_at", "resolved_at", "sprint_start", "sprint_end");

    private CanonicalDimension() {}

    static Dimension of(Dimension dimension) {
        return of(dimension, null);
    }

    /** @param asked the period of a {@code metric_time} named without one; null means day */
    static Dimension of(Dimension dimension, Granularity asked) {
        if (dimension.granularity() != null || !TIMES.contains(dimension.field())) {
            return dimension;
        }
        boolean usesAsked = asked != null && dimension.field().equals(Dimension.METRIC_TIME);
        return new Dimension(dimension.field(), usesAsked ? asked : Granularity.DAY);
    }
}
