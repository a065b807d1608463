package io.plumbline.spec.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plumbline.spec.Json;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.event.CatalogChanged;
import io.plumbline.spec.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The catalogs of the tenants that ask. Each is compared with its source on use once a while, and at once after news of
 * a change; while catalog-service is away the last one stays in use. A tenant that changes nothing shares the product's.
 */
@ApplicationScoped
public class TenantSnapshots {
    private static final int TENANTS_KEPT = 2_000;

    private final CatalogSnapshot product;
    private final TenantReader reader;
    private final Duration checkEvery;
    private final Cache<Tenant, TenantCopy> copies =
            Caffeine.newBuilder().maximumSize(TENANTS_KEPT).build();

    /**
     * @param product everybody's part
     * @param url where catalog-service answers, without a path
     * @param checkEvery how long a tenant's catalog is used without being compared with its source
     */
    @Inject
    public TenantSnapshots(
            CatalogSnapshot product,
            @ConfigProperty(name = "plumbline.catalog.url", defaultValue = "http://127.0.0.1:8084") URI url,
            @ConfigProperty(name = "plumbline.catalog.check-every", defaultValue = "PT30S") Duration checkEvery) {
        this.product = product;
        this.reader = new TenantReader(url);
        this.checkEvery = checkEvery;
    }

    /**
     * The tenant's catalog, as new as news of changes and the timed check make it.
     *
     * @return on the caller's context; empty where it was never read and can't be read now
     */
    public Uni<Optional<Catalog>> load(Tenant tenant) {
        CompletableFuture<VersionedCatalog> present = copies.get(tenant, _ -> new TenantCopy())
                .load(checkEvery, known -> reader.read(tenant, known, everybodys()));
        // A copy, because a caller who leaves cancels it, and others may wait for the same.
        Uni<VersionedCatalog> catalog = Uni.createFrom().completionStage(present.copy());
        Context context = Vertx.currentContext();
        Uni<VersionedCatalog> here = present.isDone() || context == null
                ? catalog
                : catalog.emitOn(task -> context.runOnContext(_ -> task.run()));
        return here.map(read -> Optional.ofNullable(read).map(VersionedCatalog::catalog));
    }

    /**
     * Heeds news from {@link io.plumbline.spec.event.Topics#CATALOG_CHANGED}: the next use of what changed looks anew.
     *
     * @param event the record's body; what can't be read counts as a change of everything
     */
    public CompletionStage<Void> heed(String event) {
        Tenant tenant = tenant(event);
        if (tenant == null) {
            copies.asMap().values().forEach(TenantCopy::doubt);
            return product.refresh();
        }
        TenantCopy copy = copies.getIfPresent(tenant);
        if (copy != null) {
            copy.doubt();
        }
        return CompletableFuture.completedFuture(null);
    }

    private VersionedCatalog everybodys() {
        return product.current()
                .map(catalog -> new VersionedCatalog(catalog, '"' + catalog.version() + '"'))
                .orElse(null);
    }

    private static Tenant tenant(String event) {
        try {
            CatalogChanged changed = Json.mapper().readValue(event, CatalogChanged.class);
            return changed == null ? null : changed.tenantId();
        } catch (JsonProcessingException unreadable) {
            return null;
        }
    }
}
