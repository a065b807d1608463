package io.plumbline.catalog.definition;

import io.plumbline.spec.catalog.MetricDefinition;

/**
 * A definition and where it was read.
 *
 * @param file the path below {@code definitions}, for messages
 */
public record Definition<T>(String file, T value) {
    /** A metric that stands in no file, under the name that its file would have. */
    public static Definition<MetricDefinition> of(MetricDefinition metric) {
        String name = metric.name() + "@" + metric.majorVersion() + ".yaml";
        return new Definition<>("metrics/" + metric.category() + "/" + name, metric);
    }
}
