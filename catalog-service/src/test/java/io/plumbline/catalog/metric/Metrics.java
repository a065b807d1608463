package io.plumbline.catalog.metric;

import io.plumbline.spec.catalog.MetricDefinition;

/** Metric definitions with one member changed. */
public final class Metrics {
    private Metrics() {}

    public static MetricDefinition retired(MetricDefinition metric) {
        return with(metric, metric.description(), false);
    }

    public static MetricDefinition described(MetricDefinition metric, String description) {
        return with(metric, description, metric.active());
    }

    private static MetricDefinition with(MetricDefinition metric, String description, boolean active) {
        return new MetricDefinition(
                metric.name(),
                metric.version(),
                metric.displayName(),
                description,
                metric.category(),
                metric.unit(),
                metric.tags(),
                metric.synonyms(),
                metric.examples(),
                metric.parameters(),
                metric.computation(),
                metric.additivity(),
                metric.listed(),
                active,
                metric.deprecatedSince(),
                metric.replacedBy(),
                metric.tested());
    }
}
