package io.plumbline.query.compiler.words;

import io.plumbline.query.compiler.resolve.ResolvedSpec;
import java.util.List;

/** Says what stands where there is nothing to count. */
final class GapWords {
    private GapWords() {}

    static List<String> of(ResolvedSpec spec) {
        return List.of(spec.metricTime()
                .map(time ->
                        "A %s in which nothing happened has a row too: counts and sums are 0 in it, other numbers are empty."
                                .formatted(Phrases.period(time.granularity())))
                .orElse("Counts and sums of nothing are 0; other numbers of nothing are empty."));
    }
}
