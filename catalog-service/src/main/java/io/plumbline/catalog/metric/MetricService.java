package io.plumbline.catalog.metric;

import io.plumbline.catalog.definition.SemanticVersion;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.MetricDefinition;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Finds metrics in a catalog. */
@Singleton
public final class MetricService {
    private static final Comparator<MetricDefinition> NEWEST_ACTIVE = Comparator.comparing(MetricDefinition::active)
            .thenComparing(metric -> SemanticVersion.parse(metric.version()));

    /** Of each listed metric the newest version that passes the filter, in the order of the catalog. */
    public List<MetricDefinition> list(Catalog catalog, MetricFilter filter) {
        var newest = new LinkedHashMap<String, MetricDefinition>();
        for (MetricDefinition metric : catalog.metrics()) {
            if (metric.listed() && filter.admits(metric)) {
                newest.merge(metric.name(), metric, MetricService::newer);
            }
        }
        return List.copyOf(newest.values());
    }

    /** The newest active version that the reference fits; an inactive one only where no other fits. */
    public Optional<MetricDefinition> find(Catalog catalog, MetricReference reference) {
        return catalog.metrics().stream().filter(reference::fits).max(NEWEST_ACTIVE);
    }

    /** All versions of a metric, the newest first; empty where there is no such metric. */
    public List<MetricDefinition> versions(Catalog catalog, String name) {
        var versions = new ArrayList<>(catalog.metrics().stream()
                .filter(metric -> metric.name().equals(name))
                .toList());
        versions.sort(Comparator.comparing((MetricDefinition metric) -> SemanticVersion.parse(metric.version()))
                .reversed());
        return versions;
    }

    private static MetricDefinition newer(MetricDefinition first, MetricDefinition second) {
        return NEWEST_ACTIVE.compare(first, second) >= 0 ? first : second;
    }
}
