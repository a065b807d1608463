package io.plumbline.query.compiler.words;

import io.plumbline.query.compiler.resolve.Period;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.query.compiler.resolve.ResolvedSpec;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Window;

/** Says over which periods each bucket counts. */
final class WindowWords {
    private WindowWords() {}

    static String of(String column, Window window, ResolvedSpec bound) {
        Granularity bucket =
                bound.metricTime().map(ResolvedDimension::granularity).orElse(Granularity.DAY);
        return switch (window) {
            case Window.Rolling rolling -> rolling(column, rolling.periods(), bucket);
            case Window.ToDate toDate ->
                "%s counts, for each %s, everything since its %s began."
                        .formatted(column, Phrases.period(bucket), Phrases.period(toDate.granularity()));
            case Window.Cumulative _ ->
                "%s counts, for each %s, everything since %s."
                        .formatted(
                                column,
                                Phrases.period(bucket),
                                start(bound.time().range()));
        };
    }

    private static String rolling(String column, int periods, Granularity bucket) {
        String before = periods == 2
                ? "the %s before it".formatted(Phrases.period(bucket))
                : "the %d %s before it".formatted(periods - 1, Phrases.periods(bucket));
        return "%s is computed, for each %s, over it and %s together%s."
                .formatted(
                        column,
                        Phrases.period(bucket),
                        before,
                        bucket == Granularity.SPRINT ? ", on the same board" : "");
    }

    private static String start(Period range) {
        return range.from() == null ? "the beginning" : Phrases.day(range.from());
    }
}
