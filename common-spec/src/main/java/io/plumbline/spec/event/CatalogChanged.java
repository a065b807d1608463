package io.plumbline.spec.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.plumbline.spec.tenant.Tenant;
import java.time.Instant;

/**
 * The catalog holds other definitions than before. Only a hint: a reader also checks the version by time.
 *
 * @param schema version of this record, 1
 * @param version the catalog's version from now on
 * @param at when the change was committed
 * @param tenantId whose catalog changed; null where the product's did, and so everybody's
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CatalogChanged(
        int schema,
        String version,
        Instant at,
        @JsonInclude(JsonInclude.Include.NON_NULL) Tenant tenantId) {
    public static final int SCHEMA = 1;
    /** The key of the records on the product's catalog. */
    public static final String KEY = "catalog";

    /** The product's catalog changed. */
    public static CatalogChanged of(String version, Instant at) {
        return new CatalogChanged(SCHEMA, version, at, null);
    }

    /** One tenant's catalog changed. */
    public static CatalogChanged of(Tenant tenant, String version, Instant at) {
        return new CatalogChanged(SCHEMA, version, at, tenant);
    }

    /** The record's key: the tenant, or {@link #KEY}. */
    public String key() {
        return tenantId == null ? KEY : tenantId.slug();
    }
}
