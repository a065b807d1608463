package io.plumbline.jobs.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.jobs.warehouse.Merged;
import io.plumbline.spec.Json;
import io.plumbline.spec.event.WarehouseChanged;
import io.plumbline.spec.tenant.Tenant;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/** Tells the others that a tenant's warehouse changed. Only a hint: without a broker the change stands all the same. */
@ApplicationScoped
public class WarehouseEvents {
    private static final Logger LOG = Logger.getLogger(WarehouseEvents.class);

    private final Emitter<Record<String, String>> emitter;

    WarehouseEvents(
            @Channel("warehouse-changed") @OnOverflow(OnOverflow.Strategy.DROP)
                    Emitter<Record<String, String>> emitter) {
        this.emitter = emitter;
    }

    /** A merge is committed. */
    public void changed(Tenant tenant, String instance, Merged merged) {
        try {
            var event = WarehouseChanged.of(tenant, instance, merged.dataVersion(), merged.at());
            emitter.send(Record.of(tenant.slug(), Json.mapper().writeValueAsString(event)))
                    .whenComplete((done, failure) -> {
                        if (failure != null) {
                            LOG.warn("warehouse.changed was not published; readers find the change by time");
                        }
                    });
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.warn("warehouse.changed was not published; readers find the change by time", e);
        }
    }
}
