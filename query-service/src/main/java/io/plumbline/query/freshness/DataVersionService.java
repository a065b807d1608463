package io.plumbline.query.freshness;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plumbline.query.context.CallerContext;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.Tenant;
import io.plumbline.spec.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The data versions of the tenants that ask, each read again when what is known of it is older than a moment, by one read
 * for all who ask at that time, and at once after news of a change.
 */
@ApplicationScoped
public class DataVersionService {
    private static final Logger LOG = Logger.getLogger(DataVersionService.class);
    private static final int TENANTS_KEPT = 10_000;
    /** A database that takes longer to tell a number is not up to anything else either. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final TenantTransaction transaction;
    private final FreshnessRepository freshness;
    private final Vertx vertx;
    private final Duration lasts;
    private final Event<DataChanged> changes;
    private final Cache<Tenant, KnownVersion> known =
            Caffeine.newBuilder().maximumSize(TENANTS_KEPT).build();

    /** @param lasts how old what is known may be */
    DataVersionService(
            TenantTransaction transaction,
            FreshnessRepository freshness,
            Vertx vertx,
            @ConfigProperty(name = "plumbline.cache.version-check") Duration lasts,
            Event<DataChanged> changes) {
        this.transaction = transaction;
        this.freshness = freshness;
        this.vertx = vertx;
        this.lasts = lasts;
        this.changes = changes;
    }

    /**
     * The version that the tenant's data has, or had a moment ago.
     *
     * @return on the caller's context; fails where the database does not tell it soon
     */
    public Uni<Long> current(Tenant tenant) {
        CompletableFuture<Long> version = known.get(tenant, KnownVersion::new)
                .load(lasts, () -> CallerContext.start(vertx, () -> read(tenant)), changes::fire);
        if (version.isDone() && !version.isCompletedExceptionally()) {
            return Uni.createFrom().item(version.join());
        }
        // A copy, because a caller who leaves cancels it, and others wait for the same.
        return CallerContext.resume(Uni.createFrom().completionStage(version.copy()));
    }

    /** What is known may be outdated: the next use reads. */
    public void doubt(Tenant tenant) {
        KnownVersion version = known.getIfPresent(tenant);
        if (version != null) {
            version.doubt();
        }
    }

    /** Heeds news of a change: of a tenant that asks here, the version is read at once. */
    void heed(Tenant tenant) {
        if (known.getIfPresent(tenant) != null) {
            doubt(tenant);
            current(tenant).subscribe().with(_ -> {}, failure -> LOG.debug("A data version can't be read", failure));
        }
    }

    /** Those who asked here lately. */
    public Set<Tenant> tenants() {
        return Set.copyOf(known.asMap().keySet());
    }

    private Uni<Long> read(Tenant tenant) {
        Caller product = Caller.system(tenant, "version-check");
        return transaction
                .run(product, Mode.READ_ONLY, PATIENCE, connection -> freshness.load(connection, tenant))
                .map(Freshness::dataVersion)
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }
}
