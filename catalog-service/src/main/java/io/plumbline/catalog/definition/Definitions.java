package io.plumbline.catalog.definition;

import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Everything that the files define, bound to the catalog's types but not yet admitted. */
public record Definitions(
        List<Definition<Entity>> entities,
        List<Definition<DimensionDefinition>> dimensions,
        List<Definition<MetricDefinition>> metrics) {
    private static final List<String> CATEGORIES =
            List.of("throughput", "lead_time", "sprint_health", "quality", "capacity", "composite");

    public Definitions {
        entities = List.copyOf(entities);
        dimensions = List.copyOf(dimensions);
        metrics = List.copyOf(metrics);
    }

    /** The entity of that name, if it is defined. */
    public Optional<Entity> findEntity(String name) {
        return entities.stream()
                .map(Definition::value)
                .filter(entity -> entity.name().equals(name))
                .findFirst();
    }

    /** All versions of the metric, in the order of the files. */
    public List<MetricDefinition> versionsOf(String name) {
        return metrics.stream()
                .map(Definition::value)
                .filter(metric -> metric.name().equals(name))
                .toList();
    }

    /** The catalog with its version; metrics by category, name and version. */
    public Catalog toCatalog() {
        List<MetricDefinition> sorted =
                metrics.stream().map(Definition::value).sorted(catalogOrder()).toList();
        return CatalogVersion.stamp(
                entities.stream().map(Definition::value).toList(),
                dimensions.stream().map(Definition::value).toList(),
                sorted);
    }

    /** The order of metrics in the catalog: category, name, version. */
    public static Comparator<MetricDefinition> catalogOrder() {
        return Comparator.comparing((MetricDefinition metric) -> CATEGORIES.indexOf(metric.category()))
                .thenComparing(MetricDefinition::name)
                .thenComparing(metric -> SemanticVersion.parse(metric.version()));
    }
}
