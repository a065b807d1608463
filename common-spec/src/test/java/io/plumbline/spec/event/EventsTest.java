package io.plumbline.spec.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.plumbline.spec.Json;
import io.plumbline.spec.tenant.Tenant;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The bodies of events as they stand in Kafka: other services, perhaps of another version, read them. */
class EventsTest {
    private static final Instant AT = Instant.parse("2026-07-15T10:00:00Z");

    @Test
    void warehouseChangedTravels() throws Exception {
        var event = WarehouseChanged.of(new Tenant("acme"), "main", 7, AT);
        String json = Json.mapper().writeValueAsString(event);
        assertThat(json)
                .isEqualTo("{\"schema\":1,\"tenant_id\":\"acme\",\"instance_id\":\"main\","
                        + "\"data_version\":7,\"at\":\"2026-07-15T10:00:00Z\"}");
        assertThat(Json.mapper().readValue(json, WarehouseChanged.class)).isEqualTo(event);
    }

    @Test
    void catalogChangedTravels() throws Exception {
        var event = CatalogChanged.of("v42", AT);
        String json = Json.mapper().writeValueAsString(event);
        assertThat(json).isEqualTo("{\"schema\":1,\"version\":\"v42\",\"at\":\"2026-07-15T10:00:00Z\"}");
        assertThat(Json.mapper().readValue(json, CatalogChanged.class)).isEqualTo(event);
    }

    @Test
    void catalogChangedOfATenantTravels() throws Exception {
        var event = CatalogChanged.of(new Tenant("acme"), "v42.7", AT);
        String json = Json.mapper().writeValueAsString(event);
        assertThat(json)
                .isEqualTo(
                        "{\"schema\":1,\"version\":\"v42.7\",\"at\":\"2026-07-15T10:00:00Z\",\"tenant_id\":\"acme\"}");
        assertThat(Json.mapper().readValue(json, CatalogChanged.class)).isEqualTo(event);
        assertThat(event.key()).isEqualTo("acme");
    }

    @Test
    void membersOfALaterVersionAreNoFault() throws Exception {
        assertThat(Json.mapper()
                        .readValue("{\"schema\":1,\"version\":\"v\",\"at\":null,\"by\":\"x\"}", CatalogChanged.class)
                        .version())
                .isEqualTo("v");
    }

    @Test
    void aTenantThatIsNoSlugIsRefused() {
        assertThatThrownBy(() -> Json.mapper().readValue("{\"tenant_id\":\"A B\"}", WarehouseChanged.class))
                .isInstanceOf(ValueInstantiationException.class);
    }
}
