package io.plumbline.catalog.store;

import io.plumbline.catalog.tenant.EffectiveCatalog;
import io.plumbline.catalog.tenant.TenantPart;
import io.plumbline.spec.catalog.Catalog;

/**
 * The catalog of one tenant and what it was made of.
 *
 * @param product the product's catalog
 * @param part what the tenant adds
 * @param effective what the tenant's specs are compiled against
 */
public record TenantCatalog(Catalog product, TenantPart part, EffectiveCatalog effective) {
    static TenantCatalog of(Catalog product, TenantPart part) {
        return new TenantCatalog(product, part, EffectiveCatalog.of(product, part));
    }

    /** The tenant's catalog. */
    public Catalog catalog() {
        return effective.catalog();
    }

    /** The tenant's catalog as it would be with another part. */
    public TenantCatalog with(TenantPart other) {
        return of(product, other);
    }
}
