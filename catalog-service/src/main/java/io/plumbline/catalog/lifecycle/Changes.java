package io.plumbline.catalog.lifecycle;

import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;

/** What a change does to the versions of a metric. */
final class Changes {
    private Changes() {}

    /** How the changed versions were before; new ones are not among them. */
    static List<MetricDefinition> former(List<MetricDefinition> versions, List<MetricDefinition> changed) {
        List<String> ids = changed.stream().map(MetricDefinition::id).toList();
        return versions.stream().filter(version -> ids.contains(version.id())).toList();
    }

    /** The ids of versions that can be queried before and can't after. */
    static List<String> retired(List<MetricDefinition> before, List<MetricDefinition> after) {
        return after.stream()
                .filter(version -> !version.active())
                .map(MetricDefinition::id)
                .filter(id -> before.stream()
                        .anyMatch(version -> version.active() && version.id().equals(id)))
                .toList();
    }
}
