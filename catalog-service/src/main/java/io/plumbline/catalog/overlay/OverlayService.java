package io.plumbline.catalog.overlay;

import io.plumbline.catalog.http.CatalogProblem;
import io.plumbline.catalog.http.Preconditions;
import io.plumbline.catalog.store.TenantCatalog;
import io.plumbline.catalog.store.TenantCatalogs;
import io.plumbline.catalog.store.TenantChange;
import io.plumbline.catalog.tenant.Overlay;
import io.plumbline.catalog.tenant.TenantPart;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Checks an overlay whole against the tenant's catalog, then puts it in the place of the former one. */
@Singleton
final class OverlayService {
    private final TenantCatalogs catalogs;

    OverlayService(TenantCatalogs catalogs) {
        this.catalogs = catalogs;
    }

    /** @return the catalog since then; after a dry run the one that would be */
    Uni<TenantCatalog> replace(Caller caller, Overlay overlay, String ifMatch, boolean dryRun) {
        return catalogs.load(caller).flatMap(catalog -> {
            Preconditions.check(ifMatch, catalog.catalog().version());
            refuseFaults(OverlayCheck.faults(catalog, overlay));
            TenantPart next = catalog.part().with(overlay);
            if (dryRun || overlay.equals(catalog.part().overlay())) {
                return Uni.createFrom().item(catalog.with(next));
            }
            TenantChange change = TenantChange.ofOverlay(catalog.part().overlay(), overlay);
            return catalogs.write(caller, catalog, next, List.of(change))
                    .map(written -> written.orElseThrow(Preconditions::stale));
        });
    }

    private static void refuseFaults(List<FieldError> faults) {
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    CatalogProblem.INVALID_OVERLAY,
                    faults.size() == 1
                            ? faults.getFirst().message()
                            : "%d places need correction; `errors` names each.".formatted(faults.size()),
                    faults);
        }
    }
}
