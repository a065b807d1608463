package io.plumbline.query.compiler.words;

import io.plumbline.query.compiler.resolve.ResolvedTime;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Comparison;
import java.util.List;
import java.util.Optional;

/** Says what each number is compared with. */
final class CompareWords {
    private CompareWords() {}

    static List<String> of(AnalyticsSpec spec, ResolvedTime time) {
        Optional<Comparison> compare = Optional.ofNullable(spec.time()).map(range -> range.compare());
        return compare.map(comparison -> sentence(earlier(comparison, time))).stream()
                .toList();
    }

    private static String sentence(String earlier) {
        return ("Each number is compared with %s: its column with __previous holds the value then, __delta the difference,"
                        + " __delta_pct the difference in percent of the value then.")
                .formatted(earlier);
    }

    private static String earlier(Comparison comparison, ResolvedTime time) {
        return switch (comparison) {
            case PREVIOUS_PERIOD -> "the period before, " + days(time);
            case PREVIOUS_YEAR -> "the year before, " + days(time);
            case PREVIOUS_SPRINTS ->
                time.previousSprints() == 1
                        ? "the sprint before it on the same board"
                        : "the average of the %d sprints before it on the same board".formatted(time.previousSprints());
        };
    }

    private static String days(ResolvedTime time) {
        return time.previous()
                .map(period -> Phrases.days(period.from(), period.to()))
                .orElse("");
    }
}
