package io.plumbline.query.compiler.words;

import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.catalog.Computation;
import java.util.Optional;

/** Says how a number is made of the state of issues at an instant. */
final class StateWords {
    private StateWords() {}

    static String of(
            String column, Computation.Snapshot snapshot, Aggregation aggregation, Optional<ResolvedDimension> time) {
        if (snapshot.sqlTemplate() != null) {
            return "%s takes a value of each issue as it stood %s, and %s."
                    .formatted(column, instant(time), RollUp.verb(aggregation, "these values"));
        }
        return aggregation == Aggregation.LAST
                ? "%s counts issues as they stood %s.".formatted(column, instant(time))
                : "%s counts issues as they stood at the end of each day and %s."
                        .formatted(column, RollUp.verb(aggregation, "these counts"));
    }

    private static String instant(Optional<ResolvedDimension> time) {
        return time.map(dimension -> "at the end of each " + Phrases.period(dimension.granularity()))
                .orElse("at the end of the range, or now where that is earlier");
    }
}
