package io.plumbline.spec.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.plumbline.spec.tenant.Tenant;
import java.time.Instant;

/**
 * A tenant's warehouse holds other rows than before. Only a hint: a reader also checks the data version by time.
 *
 * @param schema version of this record, 1
 * @param tenantId whose warehouse
 * @param instanceId the tracker whose records came; null where all may have changed
 * @param dataVersion the tenant's data version from now on
 * @param at when the change was committed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WarehouseChanged(int schema, Tenant tenantId, String instanceId, long dataVersion, Instant at) {
    public static final int SCHEMA = 1;

    public static WarehouseChanged of(Tenant tenant, String instanceId, long dataVersion, Instant at) {
        return new WarehouseChanged(SCHEMA, tenant, instanceId, dataVersion, at);
    }
}
