package io.plumbline.catalog.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plumbline.catalog.definition.rule.Dependencies;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.catalog.Additivity;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.Computation.Composite.Part;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One version of a metric, as the API gives it.
 *
 * @param type simple, per_sprint, snapshot, ratio, derived or composite
 * @param aggregation how values roll up where a measure names nothing
 * @param aggregations what a measure's {@code agg} may name
 * @param parameters what a measure's {@code params} may set
 * @param sqlTemplate the expression it is computed by; absent for a metric made of others
 * @param dependencies the metrics it is made of
 * @param weights of a composite: part to weight; absent for others
 * @param computation the whole definition of how the number is made
 * @param owner product or tenant: whose the metric is, and who may change it
 * @param additivity which sums of its numbers mean something
 * @param isActive false for a version that can no longer be queried
 * @param deprecatedSince absent where it is not deprecated, as is {@code replacedBy}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MetricView(
        String name,
        String owner,
        String version,
        String displayName,
        String description,
        String category,
        String type,
        String unit,
        Aggregation aggregation,
        List<Aggregation> aggregations,
        List<MetricDefinition.Parameter> parameters,
        List<String> tags,
        List<String> synonyms,
        List<String> examples,
        String sqlTemplate,
        List<String> dependencies,
        Map<String, Double> weights,
        Computation computation,
        Additivity additivity,
        boolean isActive,
        String deprecatedSince,
        String replacedBy,
        boolean tested) {

    /** A metric of the tenant. */
    public static MetricView ofTenant(MetricDefinition metric) {
        return of(metric, "tenant");
    }

    /** A metric of the product. */
    static MetricView ofProduct(MetricDefinition metric) {
        return of(metric, "product");
    }

    private static MetricView of(MetricDefinition metric, String owner) {
        return new MetricView(
                metric.name(),
                owner,
                metric.version(),
                metric.displayName(),
                metric.description(),
                metric.category(),
                type(metric.computation()),
                metric.unit(),
                metric.computation().aggregation(),
                metric.computation().aggregations(),
                metric.parameters(),
                metric.tags(),
                metric.synonyms(),
                metric.examples(),
                template(metric.computation()),
                Dependencies.of(metric),
                weights(metric.computation()),
                metric.computation(),
                metric.additivity(),
                metric.active(),
                metric.deprecatedSince(),
                metric.replacedBy(),
                metric.tested());
    }

    private static String type(Computation computation) {
        return switch (computation) {
            case Computation.Simple _ -> "simple";
            case Computation.PerSprint _ -> "per_sprint";
            case Computation.Snapshot _ -> "snapshot";
            case Computation.Ratio _ -> "ratio";
            case Computation.Derived _ -> "derived";
            case Computation.Composite _ -> "composite";
        };
    }

    private static String template(Computation computation) {
        return switch (computation) {
            case Computation.Simple simple -> simple.sqlTemplate();
            case Computation.PerSprint perSprint -> perSprint.sqlTemplate();
            case Computation.Snapshot snapshot ->
                snapshot.sqlTemplate() == null ? snapshot.where() : snapshot.sqlTemplate();
            case Computation.Derived derived -> derived.sqlTemplate();
            case Computation.Ratio _, Computation.Composite _ -> null;
        };
    }

    private static Map<String, Double> weights(Computation computation) {
        return computation instanceof Computation.Composite composite
                ? composite.parts().stream()
                        .collect(Collectors.toMap(Part::name, Part::weight, (a, _) -> a, TreeMap::new))
                : null;
    }
}
