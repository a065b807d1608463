package io.plumbline.query.compiler.plan;

import java.util.List;

/**
 * Everything to run for a spec.
 *
 * @param rows makes the answer
 * @param warnings make the sentences that go with it
 */
public record PlannedQuery(Plan rows, List<Warning> warnings, PlanDescription description) {
    public PlannedQuery {
        warnings = List.copyOf(warnings);
    }

    /** A statement whose rows become sentences. */
    public record Warning(Plan plan, Sentences sentences) {}
}
