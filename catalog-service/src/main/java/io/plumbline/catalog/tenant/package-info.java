/**
 * What a tenant adds to the product's catalog, and the catalog that comes of it. Input: the product's {@link
 * io.plumbline.spec.catalog.Catalog} and a {@link io.plumbline.catalog.tenant.TenantPart}; output: an {@link
 * io.plumbline.catalog.tenant.EffectiveCatalog}. Pure: equal arguments give equal results.
 */
package io.plumbline.catalog.tenant;
