package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Granularity;
import java.util.Set;

/** Which periods of the calendar are made of which others. */
final class Periods {
    private Periods() {}

    /** Whether the longer period is always made of several whole shorter ones. */
    static boolean nests(Granularity shorter, Granularity longer) {
        return longerThan(shorter).contains(longer);
    }

    private static Set<Granularity> longerThan(Granularity period) {
        return switch (period) {
            case DAY -> Set.of(Granularity.WEEK, Granularity.MONTH, Granularity.QUARTER, Granularity.YEAR);
            case MONTH -> Set.of(Granularity.QUARTER, Granularity.YEAR);
            case QUARTER -> Set.of(Granularity.YEAR);
            case WEEK, YEAR, SPRINT -> Set.of();
        };
    }
}
