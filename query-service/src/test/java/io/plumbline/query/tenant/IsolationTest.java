package io.plumbline.query.tenant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.plumbline.embedded.TestTokens;
import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.Tenant;
import io.plumbline.spec.tenant.TenantTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Neighbours.class)
class IsolationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String POINTS = """
            {"measures": [{"name": "velocity"}, {"name": "created"}]}
            """;

    @Inject
    TenantTransaction transaction;

    @Inject
    Pool pool;

    @Test
    void answersTheSameSpecFromEachTenantsOwnRows() {
        Call.run("acme", POINTS).body("data.results[0].velocity", is(8.0f)).body("data.results[0].created", is(4));
        Call.run("umbrella", POINTS)
                .body("data.results[0].velocity", is(100.0f))
                .body("data.results[0].created", is(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "project_key",
                "project_name",
                "assignee",
                "reporter",
                "issue_type",
                "status",
                "priority",
                "label",
                "component",
                "sprint_name",
                "board",
                "issue_key"
            })
    void showsNoTextOfAnotherTenantInAnyDimension(String dimension) {
        String spec = "{\"measures\": [{\"name\": \"created\"}], \"dimensions\": [\"%s\"]}".formatted(dimension);
        assertThat(Call.run("acme", spec).statusCode(200).extract().asString()).doesNotContain("CANARY");
        assertThat(Call.run("umbrella", spec).statusCode(200).extract().asString())
                .contains("CANARY");
    }

    @Test
    void takesTheTenantFromTheTokenAlone() {
        given().auth()
                .oauth2(TestTokens.viewer("acme"))
                .contentType("application/json")
                .header("X-Tenant-Id", "umbrella")
                .header("tenant_id", "umbrella")
                .queryParam("tenant_id", "umbrella")
                .cookie("tenant_id", "umbrella")
                .body(POINTS)
                .when()
                .post("/analytics/run")
                .then()
                .statusCode(200)
                .body("data.results[0].created", is(4));
    }

    @Test
    void refusesATenantInTheSpec() {
        Call.run("acme", "{\"measures\": [{\"name\": \"created\"}], \"tenant_id\": \"umbrella\"}")
                .statusCode(400);
    }

    @Test
    void holdsByRowSecurityAloneWhereAStatementForgetsTheTenant() {
        assertThat(tenantsSeenBy("acme")).containsExactly("acme");
        assertThat(tenantsSeenBy("umbrella")).containsExactly("umbrella");
        assertThat(tenantsSeenBy("nobody")).isEmpty();
    }

    @Test
    void showsNothingWithoutATenant() {
        List<Row> rows = pool.preparedQuery("SELECT tenant_id FROM warehouse.issues")
                .execute()
                .map(found -> found.stream().toList())
                .await()
                .atMost(PATIENCE);
        assertThat(rows).isEmpty();
    }

    @Test
    void leavesNothingOfATenantOnPooledConnections() {
        IntStream.range(0, 40)
                .forEach(i -> Call.run(i % 2 == 0 ? "acme" : "umbrella", POINTS).statusCode(200));
        List<String> leftovers = IntStream.range(0, 60)
                .mapToObj(i -> pool.preparedQuery("SELECT coalesce(current_setting('app.tenant_id', true), '')"
                                + " || coalesce(current_setting('app.user_id', true), '') AS left_over")
                        .execute()
                        .map(rows -> rows.iterator().next().getString("left_over"))
                        .await()
                        .atMost(PATIENCE))
                .toList();
        assertThat(leftovers).containsOnly("");
    }

    @Test
    void canWriteNothing() {
        var failure = transaction
                .run(
                        caller("acme"),
                        Mode.READ_ONLY,
                        PATIENCE,
                        connection -> connection
                                .preparedQuery("UPDATE warehouse.tenants SET data_version = $1")
                                .execute(Tuple.of(99)))
                .onItemOrFailure()
                .transform((item, fault) -> fault)
                .await()
                .atMost(PATIENCE);
        assertThat(failure).isNotNull();
        Call.run("acme", POINTS).body("meta.data_version", is(7));
    }

    @Test
    void readsOneStateInEachTransaction() {
        String isolation = transaction
                .run(
                        caller("acme"),
                        Mode.READ_ONLY,
                        PATIENCE,
                        connection -> connection
                                .preparedQuery("SELECT current_setting('transaction_isolation') AS isolation")
                                .execute())
                .map(rows -> rows.iterator().next().getString("isolation"))
                .await()
                .atMost(PATIENCE);
        assertThat(isolation).isEqualTo("repeatable read");
    }

    private List<String> tenantsSeenBy(String tenant) {
        return transaction
                .run(
                        caller(tenant),
                        Mode.READ_ONLY,
                        PATIENCE,
                        connection -> connection.preparedQuery("""
                                SELECT DISTINCT tenant_id FROM warehouse.issues
                                UNION SELECT tenant_id FROM warehouse.sprint_sets
                                UNION SELECT tenant_id FROM warehouse.issue_transitions
                                """).execute())
                .map(rows ->
                        rows.stream().map(row -> row.getString("tenant_id")).toList())
                .await()
                .atMost(PATIENCE);
    }

    private static Caller caller(String tenant) {
        return Caller.system(Tenant.of(tenant), "test");
    }
}
