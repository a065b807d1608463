package io.plumbline.translator.catalog;

import io.plumbline.spec.snapshot.CatalogSnapshot;
import io.plumbline.spec.snapshot.TenantSnapshots;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears that the catalog changed. The news is only a hint: what changed is asked of catalog-service. */
@ApplicationScoped
public class CatalogChanges {
    private final CatalogSnapshot snapshot;
    private final TenantSnapshots tenants;

    CatalogChanges(CatalogSnapshot snapshot, TenantSnapshots tenants) {
        this.snapshot = snapshot;
        this.tenants = tenants;
    }

    /** Asks for the first catalog before anyone needs it. */
    void start(@Observes StartupEvent event) {
        snapshot.current();
    }

    @Incoming("catalog-changed")
    Uni<Void> changed(String event) {
        return Uni.createFrom().completionStage(() -> tenants.heed(event));
    }
}
