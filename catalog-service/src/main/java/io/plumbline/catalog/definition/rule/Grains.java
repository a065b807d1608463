package io.plumbline.catalog.definition.rule;

import java.util.List;

/** The entities that metrics of a kind are computed over, by the kind alone. */
final class Grains {
    /** Rows of per-sprint templates. */
    static final String PER_SPRINT = "sprint_issue";
    /** Rows of snapshot conditions. */
    static final String SNAPSHOT = "issue_state";

    static final List<String> NAMES = List.of("sprint", PER_SPRINT, SNAPSHOT);

    private Grains() {}
}
