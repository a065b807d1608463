package io.plumbline.catalog.tenant;

import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.catalog.MetricDefinition.Parameter;
import java.util.List;

/** Metric definitions with one thing changed. */
public final class Copies {
    private Copies() {}

    public static MetricDefinition active(MetricDefinition metric, boolean active) {
        return copy(metric, metric.parameters(), metric.synonyms(), metric.listed(), active);
    }

    static MetricDefinition unlisted(MetricDefinition metric) {
        return copy(metric, metric.parameters(), metric.synonyms(), false, metric.active());
    }

    static MetricDefinition withSynonyms(MetricDefinition metric, List<String> synonyms) {
        return copy(metric, metric.parameters(), synonyms, metric.listed(), metric.active());
    }

    static MetricDefinition withParameters(MetricDefinition metric, List<Parameter> parameters) {
        return copy(metric, parameters, metric.synonyms(), metric.listed(), metric.active());
    }

    /** Deprecated in favour of another metric, or of another version of itself. */
    public static MetricDefinition deprecated(MetricDefinition metric, String since, String replacedBy) {
        return copy(
                metric, metric.parameters(), metric.synonyms(), metric.listed(), metric.active(), since, replacedBy);
    }

    private static MetricDefinition copy(
            MetricDefinition metric,
            List<Parameter> parameters,
            List<String> synonyms,
            boolean listed,
            boolean active) {
        return copy(metric, parameters, synonyms, listed, active, metric.deprecatedSince(), metric.replacedBy());
    }

    private static MetricDefinition copy(
            MetricDefinition metric,
            List<Parameter> parameters,
            List<String> synonyms,
            boolean listed,
            boolean active,
            String deprecatedSince,
            String replacedBy) {
        return new MetricDefinition(
                metric.name(),
                metric.version(),
                metric.displayName(),
                metric.description(),
                metric.category(),
                metric.unit(),
                metric.tags(),
                synonyms,
                metric.examples(),
                parameters,
                metric.computation(),
                metric.additivity(),
                listed,
                active,
                deprecatedSince,
                replacedBy,
                metric.tested());
    }
}
