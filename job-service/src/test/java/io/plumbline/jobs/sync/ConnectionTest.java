package io.plumbline.jobs.sync;

import static io.plumbline.jobs.imports.ImportCalls.admin;
import static io.plumbline.jobs.imports.ImportCalls.rows;
import static io.plumbline.jobs.sync.SyncCalls.body;
import static io.plumbline.jobs.sync.SyncCalls.connect;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.plumbline.jobs.connection.TokenPurpose;
import io.plumbline.jobs.secret.OldKey;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections over the API: who may, what is checked, and that no token comes out again. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class ConnectionTest {
    private final FakeJira jira = new FakeJira();

    @Inject
    SyncStore store;

    @AfterEach
    void close() {
        jira.close();
    }

    @Test
    void tokenIsSealedAndNeverGivenBack() {
        String id = connect("con-sealed", jira);
        String shown = admin("con-sealed")
                .get("/analytics/connections/" + id)
                .then()
                .statusCode(200)
                .body("data.token", equalTo("…9Z7q"))
                .body("data.state", equalTo("ready"))
                .extract()
                .asString();
        assertThat(shown).doesNotContain(FakeJira.TOKEN);
        assertThat(
                        rows("SELECT c::text, encode(token_sealed, 'escape') FROM jobs.connections c WHERE tenant_id = 'con-sealed'")
                                .getFirst())
                .doesNotContain(FakeJira.TOKEN)
                .doesNotContain("secret");
        admin("con-sealed").get("/analytics/connections").then().body(not(containsString(FakeJira.TOKEN)));
    }

    @Test
    void nothingIsSavedBeforeTheSiteKnowsTheAccount() {
        Map<String, Object> body = body(jira, 0);
        body.put("token", "wrong-token-1");
        post("con-wrong", body)
                .statusCode(422)
                .body("code", equalTo("tracker_unauthorized"))
                .body("detail", containsString("Nothing was saved"))
                .body(not(containsString("wrong-token-1")));
        assertThat(rows("SELECT count(*) FROM jobs.connections WHERE tenant_id = 'con-wrong'"))
                .containsExactly("0");
        jira.close();
        post("con-wrong", body(jira, 0)).statusCode(503).body("code", equalTo("tracker_unavailable"));
    }

    @Test
    void redirectIsNotFollowed() {
        jira.faults.add(FakeJira.status(302, "Location", "http://169.254.169.254/latest/meta-data"));
        post("con-redirect", body(jira, 0))
                .statusCode(422)
                .body("code", equalTo("tracker_refused"))
                .body("detail", containsString("redirect"));
    }

    @Test
    void addressInsideANetworkIsNotCalled() {
        for (String site : List.of("https://169.254.169.254", "https://10.0.0.1", "http://93.184.216.34")) {
            Map<String, Object> body = body(jira, 0);
            body.put("site", site);
            post("con-inside", body).statusCode(422).body("code", equalTo("tracker_not_allowed"));
        }
    }

    @Test
    void allFaultsAreToldAtOnce() {
        post(
                        "con-faults",
                        Map.of(
                                "instance",
                                "main",
                                "site",
                                "acme",
                                "email",
                                "nobody",
                                "token",
                                "x y",
                                "every_minutes",
                                4,
                                "projects",
                                List.of("pay")))
                .statusCode(400)
                .body("errors.pointer", hasItems("/site", "/email", "/token", "/every_minutes", "/projects/0"));
        post("con-faults", Map.of("instance", "main", "site", "https://a.b", "email", "a@b"))
                .statusCode(400)
                .body("errors.pointer", hasItem("/token"));
        post("con-faults", Map.of("site", "https://a.b", "secret", "x")).statusCode(400);
        post("con-faults", Map.of("site", "https://a.b", "email", "a@b", "token", "12345678"))
                .statusCode(400)
                .body("errors.pointer", hasItem("/instance"));
    }

    @Test
    void storedTokenGoesToNoOtherSite() {
        String id = connect("con-moved", jira);
        try (FakeJira other = new FakeJira()) {
            Map<String, Object> body = body(other, 0);
            body.remove("token");
            admin("con-moved")
                    .contentType("application/json")
                    .body(body)
                    .put("/analytics/connections/" + id)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem("/token"));
            assertThat(other.requests).isEmpty();
        }
    }

    @Test
    void instanceHasOneConnection() {
        connect("con-twice", jira);
        post("con-twice", body(jira, 0)).statusCode(409).body("detail", containsString("main"));
    }

    @Test
    void foreignAndUnknownConnectionsAreNotThere() {
        String id = connect("con-own", jira);
        for (String path : List.of(id, id + "/runs", UUID.randomUUID().toString(), "x")) {
            admin("con-foreign").get("/analytics/connections/" + path).then().statusCode(404);
        }
        admin("con-foreign").delete("/analytics/connections/" + id).then().statusCode(404);
        admin("con-foreign")
                .post("/analytics/connections/" + id + "/sync")
                .then()
                .statusCode(404);
        admin("con-foreign")
                .post("/analytics/connections/" + id + "/test")
                .then()
                .statusCode(404);
        admin("con-own").get("/analytics/connections/" + id).then().statusCode(200);
    }

    @Test
    void onlyAdministratorsSeeConnections() {
        given().auth()
                .oauth2(TestTokens.analyst("con-roles"))
                .get("/analytics/connections")
                .then()
                .statusCode(403);
        given().get("/analytics/connections").then().statusCode(401);
    }

    @Test
    void mappingIsSavedWithTheConnection() {
        Map<String, Object> body = body(jira, 0);
        body.put("mapping", Map.of("story_points_field", "customfield_10099", "blocked_statuses", List.of("Doing")));
        connect("con-mapping", body);
        admin("con-mapping")
                .get("/analytics/instances/main/mapping")
                .then()
                .statusCode(200)
                .body("data.mapping.story_points_field", equalTo("customfield_10099"));
    }

    @Test
    void deletedConnectionEndsItsRunAndKeepsTheData() {
        for (int i = 1; i <= 40; i++) {
            jira.addIssue(i, "PAY", Instant.parse("2026-03-02T08:00:00Z").plusSeconds(100L * i));
        }
        String id = connect("con-deleted", jira);
        jira.beforeSearch = number -> SyncCalls.pause(number == 5 ? 1000 : 0);
        String run = SyncCalls.sync("con-deleted", id, false);
        SyncCalls.awaitPages("con-deleted", id, run, 4);
        admin("con-deleted").delete("/analytics/connections/" + id).then().statusCode(204);
        SyncCalls.pause(1500);
        assertThat(Integer.parseInt(rows("SELECT count(*) FROM warehouse.issues WHERE tenant_id = 'con-deleted'")
                        .getFirst()))
                .isBetween(20, 39);
        assertThat(rows("SELECT count(*) FROM jobs.sync_runs WHERE tenant_id = 'con-deleted'"))
                .containsExactly("0");
    }

    @Test
    void changeEndsTheRunThatGoesByWhatWasSaidBefore() {
        for (int i = 1; i <= 40; i++) {
            jira.addIssue(
                    i,
                    i % 2 == 0 ? "PAY" : "OPS",
                    Instant.parse("2026-03-02T08:00:00Z").plusSeconds(100L * i));
        }
        Map<String, Object> body = body(jira, 0);
        body.put("projects", List.of("PAY"));
        String id = connect("con-changed", body);
        jira.beforeSearch = number -> SyncCalls.pause(number == 3 ? 1000 : 0);
        String run = SyncCalls.sync("con-changed", id, false);
        SyncCalls.awaitPages("con-changed", id, run, 2);
        body.remove("projects");
        admin("con-changed")
                .contentType("application/json")
                .body(body)
                .put("/analytics/connections/" + id)
                .then()
                .statusCode(200)
                .body("data.checkpoints", equalTo(Map.of()));
        assertThat(SyncCalls.run("con-changed", id, run).getString("data.state"))
                .isEqualTo("cancelled");
        SyncCalls.pause(1500);
        assertThat(SyncCalls.connection("con-changed", id).getMap("data.checkpoints"))
                .isEmpty();
        assertThat(SyncCalls.synced("con-changed", id, false).getLong("data.issues"))
                .isEqualTo(40);
        assertThat(SyncCalls.run("con-changed", id, run).getString("data.state"))
                .isEqualTo("cancelled");
    }

    @Test
    void oneOfManyTakesAConnection() throws Exception {
        String id = connect("con-race", jira);
        rows("UPDATE jobs.connections SET next_sync_at = clock_timestamp() + interval '300 ms',"
                + " every_minutes = 0 WHERE tenant_id = 'con-race' RETURNING 1");
        SyncCalls.pause(250);
        // The service's own scheduler takes part in the race.
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Optional<SyncClaim>>> claims = IntStream.range(0, 60)
                    .<Callable<Optional<SyncClaim>>>mapToObj(i -> () -> {
                        SyncCalls.pause(2L * i);
                        return store.claim(
                                new Tenant("con-race"), UUID.fromString(id), "racer-" + i, Duration.ofSeconds(3));
                    })
                    .toList();
            long won = 0;
            for (var claim : threads.invokeAll(claims)) {
                won += claim.get().isPresent() ? 1 : 0;
            }
            assertThat(won).isLessThanOrEqualTo(1);
            assertThat(rows("SELECT fence FROM jobs.connections WHERE tenant_id = 'con-race'")
                            .getFirst())
                    .isIn("1", "2");
        }
    }

    @Test
    void tokenUnderAnOldKeyIsSealedAnewByCommandAndByTheNextSync() {
        String id = connect("con-rotate", jira);
        rotated(0);
        sealUnderTheOldKey(id);
        rotated(1);
        rotated(0);
        sealUnderTheOldKey(id);
        assertThat(SyncCalls.synced("con-rotate", id, false).getString("data.state"))
                .isEqualTo("completed");
        rotated(0);
    }

    private static void sealUnderTheOldKey(String id) {
        rows("UPDATE jobs.connections SET token_sealed = '\\x%s' WHERE tenant_id = 'con-rotate' RETURNING 1"
                .formatted(OldKey.seal("con-rotate", TokenPurpose.of(UUID.fromString(id)), FakeJira.TOKEN)));
    }

    private static void rotated(int count) {
        admin("con-rotate")
                .post("/analytics/connections/rotate")
                .then()
                .statusCode(200)
                .body("data.resealed", equalTo(count));
    }

    private static ValidatableResponse post(String tenant, Map<String, Object> body) {
        return admin(tenant)
                .contentType("application/json")
                .body(body)
                .post("/analytics/connections")
                .then();
    }
}
