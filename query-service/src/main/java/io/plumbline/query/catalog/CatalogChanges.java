package io.plumbline.query.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.spec.Json;
import io.plumbline.spec.event.CatalogChanged;
import io.plumbline.spec.snapshot.CatalogSnapshot;
import io.plumbline.spec.snapshot.TenantSnapshots;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears that the catalog changed. The news is only a hint: what changed is asked of catalog-service. */
@ApplicationScoped
public class CatalogChanges {
    private static final Logger LOG = Logger.getLogger(CatalogChanges.class);

    private final CatalogSnapshot snapshot;
    private final TenantSnapshots tenants;
    private final Event<DefinitionsChanged> news;

    CatalogChanges(CatalogSnapshot snapshot, TenantSnapshots tenants, Event<DefinitionsChanged> news) {
        this.snapshot = snapshot;
        this.tenants = tenants;
        this.news = news;
    }

    /** Asks for the first catalog before anyone needs it. */
    void start(@Observes StartupEvent event) {
        snapshot.current();
    }

    @Incoming("catalog-changed")
    Uni<Void> changed(String event) {
        return Uni.createFrom().completionStage(() -> tenants.heed(event)).invoke(() -> tell(event));
    }

    private void tell(String event) {
        try {
            CatalogChanged changed = Json.mapper().readValue(event, CatalogChanged.class);
            news.fire(new DefinitionsChanged(Optional.ofNullable(changed).map(CatalogChanged::tenantId)));
        } catch (JsonProcessingException unreadable) {
            LOG.debug("News of a changed catalog can't be read; it counts as a change of everything");
        }
    }
}
