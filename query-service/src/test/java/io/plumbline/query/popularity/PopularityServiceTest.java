package io.plumbline.query.popularity;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.query.testing.Warehouse;
import io.plumbline.spec.canonical.SpecHash;
import io.plumbline.spec.read.SpecReader;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each test asks for a tenant of its own. */
@QuarkusTest
@WithTestResource(Neighbours.class)
class PopularityServiceTest {
    private static final String CREATED = "{\"measures\": [{\"name\": \"created\"}]}";
    private static final String CLOSED = "{\"measures\": [{\"name\": \"closed\"}], \"dimensions\": [\"label\"]}";

    @Inject
    PopularityService popularity;

    private final String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void writesHowOftenASpecWasAskedAndWhatItsAnswerIs() {
        ask(CREATED, 3);
        ask(CLOSED, 1);
        popularity.write();
        assertThat(rows("hits, data_version, row_count, size_bytes > 100, query_time_ms > 0, asked_as"))
                .containsExactly("3|0|1|t|t|viewer", "1|0|0|t|t|viewer");
        assertThat(rows("last_asked_at > now() - interval '1 minute', expires_at > now() + interval '4 minutes'"))
                .containsOnly("t|t");
        ask(CREATED, 2);
        popularity.write();
        assertThat(rows("hits")).containsExactly("5", "1");
    }

    @Test
    void countsForTheTenantThatAskedAlone() {
        ask(CREATED, 1);
        popularity.write();
        assertThat(popularity.popular(Tenant.of(tenant), 10)).hasSize(1);
        assertThat(popularity.popular(Tenant.of(tenant + "x"), 10)).isEmpty();
    }

    @Test
    void givesTheMostAskedFirstInAFormThatMeansTheSame() {
        ask(CLOSED, 1);
        ask(CREATED, 2);
        popularity.write();
        List<PopularSpec> popular = popularity.popular(Tenant.of(tenant), 10);
        assertThat(popular).extracting(PopularSpec::roles).containsOnly(Set.of("viewer"));
        assertThat(popular).extracting(spec -> hash(spec.spec())).containsExactly(hash(CREATED), hash(CLOSED));
        assertThat(popularity.popular(Tenant.of(tenant), 1)).hasSize(1);
    }

    @Test
    void remembersWhoAskedLast() {
        ask(CREATED, 1);
        Call.run(TestTokens.admin(tenant), CREATED, "normal").statusCode(200);
        popularity.write();
        assertThat(rows("hits, asked_as")).containsExactly("2|admin");
    }

    @Test
    void forgetsWhatNobodyAsksAnyMore() {
        ask(CREATED, 2);
        ask(CLOSED, 1);
        popularity.write();
        age("3 days");
        assertThat(popularity.popular(Tenant.of(tenant), 10)).isEmpty();
        ask("{\"measures\": [{\"name\": \"wip\"}]}", 1);
        popularity.write();
        assertThat(rows("hits")).as("asked once: gone").containsExactly("2", "1");
        age("31 days");
        ask("{\"measures\": [{\"name\": \"wip\"}]}", 1);
        popularity.write();
        assertThat(rows("hits")).containsExactly("2");
        assertThat(rows("spec->'measures'->0->>'name'")).containsExactly("wip");
    }

    private void ask(String spec, int times) {
        for (int i = 0; i < times; i++) {
            Call.run(tenant, spec).statusCode(200);
        }
    }

    private void age(String time) {
        Warehouse.execute(
                EmbeddedServers.postgres(),
                "UPDATE query.analytics_cache SET last_asked_at = now() - interval '%s' WHERE tenant_id = '%s'"
                        .formatted(time, tenant));
    }

    private List<String> rows(String columns) {
        return Warehouse.query(
                EmbeddedServers.postgres(),
                "SELECT %s FROM query.analytics_cache WHERE tenant_id = '%s' ORDER BY hits DESC"
                        .formatted(columns, tenant));
    }

    private static String hash(String spec) {
        return SpecHash.of(SpecReader.interactive().read(spec).orThrow());
    }
}
