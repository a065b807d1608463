package io.plumbline.query.compiler.words;

import io.plumbline.query.compiler.resolve.Period;
import io.plumbline.query.compiler.resolve.ResolvedTime;
import java.util.List;

/** Says which days count and where they begin. */
final class RangeWords {
    private RangeWords() {}

    static List<String> of(ResolvedTime time) {
        return List.of(
                range(time.range(), time.asOf().isPresent() ? "the instant asked for" : "now"),
                "Days begin at midnight in %s.".formatted(time.zone().getId()));
    }

    private static String range(Period range, String end) {
        if (range.isBounded()) {
            return "Only what happened " + Phrases.days(range.from(), range.to()) + " counts.";
        }
        if (range.from() != null) {
            return "Only what happened since %s counts, up to %s.".formatted(Phrases.day(range.from()), end);
        }
        return range.to() != null
                ? "Only what happened up to and including %s counts."
                        .formatted(Phrases.day(range.to().minusDays(1)))
                : "Everything counts from the beginning up to %s.".formatted(end);
    }
}
