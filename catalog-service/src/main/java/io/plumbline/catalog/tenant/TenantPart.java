package io.plumbline.catalog.tenant;

import io.plumbline.spec.catalog.MetricDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Everything of one tenant in the catalog.
 *
 * @param revision counts the tenant's changes; 0 before the first
 * @param metrics all versions of the tenant's own metrics, also those that can't be queried, by name and version
 */
public record TenantPart(long revision, Overlay overlay, List<MetricDefinition> metrics) {
    /** The part of a tenant that never changed anything. */
    public static final TenantPart NONE = new TenantPart(0, Overlay.EMPTY, List.of());

    public TenantPart {
        metrics = metrics.stream()
                .sorted(Comparator.comparing(MetricDefinition::name).thenComparing(Versions::of))
                .toList();
    }

    /** Whether the tenant's catalog is the product's. */
    public boolean changesNothing() {
        return metrics.isEmpty() && overlay.equals(Overlay.EMPTY);
    }

    /** All versions of one of the tenant's metrics, the oldest first; empty where it has none of that name. */
    public List<MetricDefinition> versionsOf(String name) {
        return metrics.stream().filter(metric -> metric.name().equals(name)).toList();
    }

    /** The same with these versions put in the place of those with the same id, or added. */
    public TenantPart with(List<MetricDefinition> changed) {
        List<String> ids = changed.stream().map(MetricDefinition::id).toList();
        var all = new ArrayList<>(metrics);
        all.removeIf(metric -> ids.contains(metric.id()));
        all.addAll(changed);
        return new TenantPart(revision, overlay, all);
    }

    /** The same with another overlay. */
    public TenantPart with(Overlay other) {
        return new TenantPart(revision, other, metrics);
    }

    /** The same content after a further change. */
    public TenantPart at(long later) {
        return new TenantPart(later, overlay, metrics);
    }
}
