package io.plumbline.query.warming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.query.catalog.DefinitionsChanged;
import io.plumbline.query.popularity.PopularityService;
import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Control;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.query.testing.Warehouse;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each test has a tenant of its own. */
@QuarkusTest
@WithTestResource(
        value = Neighbours.class,
        initArgs = {
            @ResourceArg(name = "redis", value = "shared"),
            @ResourceArg(name = "warming", value = "0.2S"),
            @ResourceArg(name = "check", value = "PT0.05S")
        })
class WarmingTest {
    private static final String CREATED = "{\"measures\": [{\"name\": \"created\"}]}";
    private static final String CLOSED = "{\"measures\": [{\"name\": \"closed\"}]}";
    private static final String WIP = "{\"measures\": [{\"name\": \"wip\"}]}";

    @Inject
    PopularityService popularity;

    @Inject
    Event<DefinitionsChanged> definitions;

    private final String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void makesWhatIsAskedOftenAgainAfterTheDataChanged() {
        touch();
        Call.run(tenant, CREATED).statusCode(200);
        Call.run(tenant, CLOSED).statusCode(200);
        popularity.write();
        touch();
        await(() -> {
            // Whatever is asked shows the change.
            Call.run(tenant, WIP).statusCode(200);
            assertThat(warmed()).isEqualTo(2);
        });
        Call.run(tenant, CREATED).body("data.cached", is(true)).body("meta.data_version", is(2));
        Call.run(tenant, CLOSED).body("data.cached", is(true)).body("meta.data_version", is(2));
    }

    @Test
    void makesItAgainAfterNewsOfOtherDefinitions() {
        touch();
        Call.run(tenant, CREATED).statusCode(200);
        popularity.write();
        Control.act("catalog/redefine");
        try {
            definitions.fire(new DefinitionsChanged(Optional.empty()));
            await(() -> assertThat(warmed()).isEqualTo(1));
            Call.run(tenant, CREATED).body("data.cached", is(true)).body("meta.metrics_used[0]", is("created@1.1.0"));
        } finally {
            Control.act("catalog/restore");
        }
    }

    @Test
    void leavesAloneWhatNobodyAskedForADay() {
        touch();
        Call.run(tenant, CREATED).statusCode(200);
        Call.run(tenant, CLOSED).statusCode(200);
        popularity.write();
        Warehouse.execute(EmbeddedServers.postgres(), """
                UPDATE query.analytics_cache SET last_asked_at = now() - interval '25 hours'
                WHERE tenant_id = '%s' AND spec->'measures'->0->>'name' = 'created'
                """.formatted(tenant));
        touch();
        await(() -> {
            Call.run(tenant, WIP).statusCode(200);
            assertThat(warmed()).isEqualTo(1);
        });
        Call.run(tenant, CLOSED).body("data.cached", is(true));
        Call.run(tenant, CREATED).body("data.cached", is(false));
    }

    private void touch() {
        Warehouse.execute(EmbeddedServers.postgres(), """
                INSERT INTO warehouse.tenants VALUES ('%s', 1, now())
                ON CONFLICT (tenant_id) DO UPDATE SET data_version = tenants.data_version + 1, data_as_of = now()
                """.formatted(tenant));
    }

    /** Answers made for nobody have receipts too. */
    private int warmed() {
        List<String> found = Warehouse.query(
                EmbeddedServers.postgres(),
                "SELECT count(*) FROM query.receipts WHERE tenant_id = '%s' AND asked_by = 'cache-warming'"
                        .formatted(tenant));
        return Integer.parseInt(found.getFirst());
    }

    private static void await(Runnable check) {
        Instant end = Instant.now().plusSeconds(30);
        while (true) {
            try {
                check.run();
                return;
            } catch (AssertionError notYet) {
                if (Instant.now().isAfter(end)) {
                    throw notYet;
                }
            }
        }
    }
}
