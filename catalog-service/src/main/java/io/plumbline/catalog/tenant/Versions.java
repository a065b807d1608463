package io.plumbline.catalog.tenant;

import io.plumbline.catalog.definition.SemanticVersion;
import io.plumbline.spec.catalog.MetricDefinition;

/** A metric's version as a value that can be compared. */
public final class Versions {
    private Versions() {}

    public static SemanticVersion of(MetricDefinition metric) {
        return SemanticVersion.parse(metric.version());
    }
}
