package io.plumbline.catalog.tenant;

import io.plumbline.catalog.definition.Definitions;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A tenant's catalog: the product's with the tenant's own metrics and overlay. What no longer fits after the product
 * changed is set aside and told; it never keeps the rest from being served.
 *
 * @param catalog its version is the product's, followed by one of the tenant's part where there is any
 * @param setAside sentences on what of the tenant's part is not in force and why; empty as a rule
 */
public record EffectiveCatalog(Catalog catalog, List<String> setAside) {

    public static EffectiveCatalog of(Catalog product, TenantPart part) {
        if (part.changesNothing()) {
            return new EffectiveCatalog(product, List.of());
        }
        var setAside = new ArrayList<String>();
        List<MetricDefinition> products = Shadowing.without(product.metrics(), part.metrics());
        List<MetricDefinition> own = Fitting.of(product, products, part.metrics(), setAside);
        List<MetricDefinition> metrics = Stream.concat(products.stream(), own.stream())
                .sorted(Definitions.catalogOrder())
                .toList();
        var unstamped = new Catalog(
                PartVersion.of(product, part), product.entities(), product.dimensions(), metrics, product.calendar());
        return new EffectiveCatalog(OverlayApplication.apply(unstamped, part.overlay(), setAside), setAside);
    }
}
