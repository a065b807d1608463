package io.plumbline.catalog.pages;

import io.plumbline.catalog.definition.rule.Dependencies;
import io.plumbline.catalog.store.TenantCatalog;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;

/**
 * What the page of one version of a metric says.
 *
 * @param family the category in words
 * @param own whether it is the tenant's, not the product's
 * @param parts the metrics that it is made of, as is {@code usedBy} those made of it
 * @param dimensions what it can be asked by
 * @param spec one that asks for it
 * @param versions all of the metric, the newest first
 * @param source where its definition stands
 */
public record MetricPage(
        MetricDefinition metric,
        String family,
        boolean own,
        Making making,
        List<String> parts,
        List<String> usedBy,
        List<DimensionDefinition> dimensions,
        String spec,
        List<MetricDefinition> versions,
        String source,
        String catalogVersion) {

    /** @param versions all of the metric, the newest first */
    static MetricPage of(TenantCatalog tenant, MetricDefinition metric, List<MetricDefinition> versions) {
        Catalog catalog = tenant.catalog();
        boolean own = !tenant.part().versionsOf(metric.name()).isEmpty();
        List<DimensionDefinition> dimensions = new Reach(catalog).of(metric);
        return new MetricPage(
                metric,
                Families.words(metric.category()),
                own,
                Making.of(metric, catalog),
                Dependencies.of(metric),
                usedBy(catalog, metric.name()),
                dimensions,
                ExampleSpec.of(metric, dimensions),
                versions,
                own
                        ? "Defined by an administrator of your tenant; who, when and why: GET /analytics/metrics/%s/history."
                                .formatted(metric.name())
                        : "A metric of the product, defined in definitions/metrics/%s/%s.yaml of the catalog service."
                                .formatted(metric.category(), metric.name()),
                catalog.version());
    }

    private static List<String> usedBy(Catalog catalog, String name) {
        return catalog.metrics().stream()
                .filter(other -> other.active() && Dependencies.of(other).contains(name))
                .map(MetricDefinition::name)
                .distinct()
                .toList();
    }
}
