package io.plumbline.query.compiler.words;

import io.plumbline.query.compiler.resolve.ResolvedMeasure;
import io.plumbline.query.compiler.resolve.ResolvedSpec;
import io.plumbline.query.compiler.resolve.Value;
import java.util.List;

/** Says which sprints are counted at all. */
final class PopulationWords {
    private PopulationWords() {}

    static List<String> of(ResolvedSpec spec) {
        return spec.measures().stream().anyMatch(PopulationWords::isOfSprints)
                ? List.of("Only sprints that are closed and have a start and an end count.")
                : List.of();
    }

    private static boolean isOfSprints(ResolvedMeasure measure) {
        return measure.value().leaves().anyMatch(leaf -> switch (leaf) {
            case Value.Sprints _, Value.Score _ -> true;
            case Value.Rows _, Value.States _, Value.Grouped _ -> false;
        });
    }
}
