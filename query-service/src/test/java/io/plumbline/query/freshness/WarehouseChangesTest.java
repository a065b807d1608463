package io.plumbline.query.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.query.testing.Warehouse;
import io.plumbline.spec.Json;
import io.plumbline.spec.event.WarehouseChanged;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Neighbours.class)
class WarehouseChangesTest {
    private static final String SPEC = "{\"measures\": [{\"name\": \"created\"}]}";

    @Inject
    WarehouseChanges changes;

    @Test
    void newsMakeTheNextAnswerANewOneAtOnce() throws Exception {
        for (int version = 1; version <= 5; version++) {
            touch();
            changes.changed(Json.mapper()
                    .writeValueAsString(WarehouseChanged.of(Tenant.of("newsy"), "main", version, Instant.now())));
            Call.run("newsy", SPEC).body("data.cached", is(false)).body("meta.data_version", is(version));
            Call.run("newsy", SPEC).body("data.cached", is(true));
        }
    }

    @Test
    void canNotBeUpsetByRubbish() {
        for (String rubbish : new String[] {"", "null", "{}", "[]", "{\"tenant_id\": \"NO SLUG\"}"}) {
            changes.changed(rubbish);
        }
        assertThat(Call.run("newsy", SPEC).extract().statusCode()).isEqualTo(200);
    }

    private static void touch() {
        Warehouse.execute(EmbeddedServers.postgres(), """
                INSERT INTO warehouse.tenants VALUES ('newsy', 1, now())
                ON CONFLICT (tenant_id) DO UPDATE SET data_version = tenants.data_version + 1, data_as_of = now()
                """);
    }
}
