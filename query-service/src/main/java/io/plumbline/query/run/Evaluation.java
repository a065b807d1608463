package io.plumbline.query.run;

import io.plumbline.query.freshness.Freshness;
import java.util.List;

/**
 * What one transaction read for a spec.
 *
 * @param state of the data that the rows were read from
 * @param warnings sentences on what to mind when reading the numbers
 */
public record Evaluation(Freshness state, ResultRows rows, List<String> warnings) {
    public Evaluation {
        warnings = List.copyOf(warnings);
    }
}
