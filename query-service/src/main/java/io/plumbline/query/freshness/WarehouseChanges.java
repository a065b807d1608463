package io.plumbline.query.freshness;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.spec.Json;
import io.plumbline.spec.event.WarehouseChanged;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears that a tenant's data changed. The news is only a hint: the version is asked of the database. */
@ApplicationScoped
public class WarehouseChanges {
    private static final Logger LOG = Logger.getLogger(WarehouseChanges.class);

    private final DataVersionService versions;

    WarehouseChanges(DataVersionService versions) {
        this.versions = versions;
    }

    @Incoming("warehouse-changed")
    void changed(String event) {
        try {
            WarehouseChanged changed = Json.mapper().readValue(event, WarehouseChanged.class);
            if (changed != null && changed.tenantId() != null) {
                versions.heed(changed.tenantId());
            }
        } catch (JsonProcessingException unreadable) {
            LOG.debug("News of a changed warehouse can't be read; the timed check finds the change");
        }
    }
}
