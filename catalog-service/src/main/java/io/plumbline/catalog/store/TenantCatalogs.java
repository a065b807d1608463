package io.plumbline.catalog.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plumbline.catalog.tenant.TenantPart;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.event.CatalogChanged;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The catalog of each tenant. The database is asked each time whether it changed, so every instance answers with the
 * newest one; while the database is away, the last one known stays in use.
 */
@Singleton
public final class TenantCatalogs {
    private static final Logger LOG = Logger.getLogger(TenantCatalogs.class);
    private static final int TENANTS_KEPT = 1_000;

    private final CurrentCatalog product;
    private final TenantRepository repository;
    private final CatalogAnnouncer announcer;
    private final Cache<Tenant, TenantCatalog> known =
            Caffeine.newBuilder().maximumSize(TENANTS_KEPT).build();

    TenantCatalogs(CurrentCatalog product, TenantRepository repository, CatalogAnnouncer announcer) {
        this.product = product;
        this.repository = repository;
        this.announcer = announcer;
    }

    /**
     * The caller's catalog as it is now.
     *
     * @return fails with {@link ProblemException} (503) where it can't be read and was never read before
     */
    public Uni<TenantCatalog> load(Caller caller) {
        return Uni.createFrom().deferred(() -> {
            Catalog present = product.load();
            return repository
                    .revision(caller)
                    .flatMap(revision -> newest(caller, present, revision))
                    .onFailure(TenantCatalogs::isAway)
                    .recoverWithUni(away -> last(caller.tenant(), present, away));
        });
    }

    /**
     * Writes changes that were checked against a catalog, all or none, and makes them known.
     *
     * @param checked the catalog that the changes start from
     * @param next the tenant's part with the changes
     * @return the catalog since then; empty, and nothing is written, where another change came first
     */
    public Uni<Optional<TenantCatalog>> write(
            Caller caller, TenantCatalog checked, TenantPart next, List<TenantChange> changes) {
        return repository
                .write(caller, checked.part().revision(), changes)
                .map(revision -> revision.map(raised -> written(caller.tenant(), checked, next.at(raised))));
    }

    private TenantCatalog written(Tenant tenant, TenantCatalog checked, TenantPart part) {
        TenantCatalog written = keep(tenant, checked.with(part));
        LOG.infof("Catalog of %s: revision %d", tenant, part.revision());
        announcer.announce(CatalogChanged.of(tenant, written.catalog().version(), Instant.now()));
        return written;
    }

    private Uni<TenantCatalog> newest(Caller caller, Catalog present, long revision) {
        TenantCatalog last = known.getIfPresent(caller.tenant());
        if (last != null && last.part().revision() == revision && isOf(last, present)) {
            return Uni.createFrom().item(last);
        }
        return repository.load(caller).map(part -> keep(caller.tenant(), TenantCatalog.of(present, part)));
    }

    private TenantCatalog keep(Tenant tenant, TenantCatalog catalog) {
        catalog.effective().setAside().forEach(sentence -> LOG.warnf("Catalog of %s: %s", tenant, sentence));
        known.put(tenant, catalog);
        return catalog;
    }

    private Uni<TenantCatalog> last(Tenant tenant, Catalog present, Throwable away) {
        TenantCatalog last = known.getIfPresent(tenant);
        if (last == null) {
            return Uni.createFrom().failure(away);
        }
        return Uni.createFrom().item(isOf(last, present) ? last : TenantCatalog.of(present, last.part()));
    }

    private static boolean isOf(TenantCatalog catalog, Catalog product) {
        return catalog.product().version().equals(product.version());
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof ProblemException problem
                && (problem.type() == CommonProblem.UNAVAILABLE || problem.type() == CommonProblem.TIMEOUT);
    }
}
