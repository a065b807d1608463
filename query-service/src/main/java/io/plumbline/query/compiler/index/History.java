package io.plumbline.query.compiler.index;

import io.plumbline.spec.catalog.DimensionDefinition;
import java.util.Set;

/** What trackers tell no history of, so that the past is shown with present values. */
public final class History {
    private static final Set<DimensionDefinition.Source> PRESENT_VALUES = Set.of(
            issue("issue_key"),
            issue("issue_type"),
            issue("is_subtask"),
            issue("priority"),
            issue("labels"),
            issue("components"),
            new DimensionDefinition.Source("project", "project_key"),
            new DimensionDefinition.Source("project", "name"),
            new DimensionDefinition.Source("reporter", "display_name"));

    private static final Set<DimensionDefinition.Source> PRESENT_NAMES = Set.of(
            new DimensionDefinition.Source("assignee", "display_name"),
            new DimensionDefinition.Source("sprint", "name"),
            new DimensionDefinition.Source("sprint", "board"));

    private History() {}

    /** Whether the dimension's value is known of the present alone. */
    public static boolean lacksPastValues(DimensionDefinition dimension) {
        return dimension.sources().stream().anyMatch(PRESENT_VALUES::contains);
    }

    /** Whether it is known what the dimension meant at an instant, but only how that is called at present. */
    public static boolean lacksPastNames(DimensionDefinition dimension) {
        return dimension.sources().stream().anyMatch(PRESENT_NAMES::contains);
    }

    private static DimensionDefinition.Source issue(String column) {
        return new DimensionDefinition.Source("issue", column);
    }
}
