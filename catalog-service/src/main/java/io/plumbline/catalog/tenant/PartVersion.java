package io.plumbline.catalog.tenant;

import io.plumbline.catalog.definition.CatalogVersion;
import io.plumbline.spec.catalog.Catalog;

/** The version of a tenant's catalog: equal content has the same one on every instance and after every restart. */
final class PartVersion {
    private PartVersion() {}

    static String of(Catalog product, TenantPart part) {
        // The revision is no content: a change that is taken back gives the former version again.
        return product.version() + "." + CatalogVersion.hash(new TenantPart(0, part.overlay(), part.metrics()));
    }
}
