package io.plumbline.query.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.plumbline.query.testing.AuditCalls;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.query.testing.TableLock;
import io.plumbline.query.testing.Warehouse;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = Neighbours.class, initArgs = @ResourceArg(name = "timeout", value = "1S"))
class AuditTest {
    private static final String SPEC = "{\"measures\": [{\"name\": \"created\"}], \"dimensions\": [\"project_key\"]}";
    private static final String QUESTION = "a".repeat(64);

    private final String request = UUID.randomUUID().toString();

    @Inject
    AuditService audit;

    @Test
    void tellsWhoAskedWhatAndWhatBecameOfIt() throws InterruptedException {
        JsonPath answer = run("acme", SPEC).statusCode(200).extract().jsonPath();
        assertThat(AuditCalls.of("acme", request, 1)).singleElement().satisfies(entry -> {
            assertThat(entry)
                    .containsEntry("user", "vera")
                    .containsEntry("kind", "run")
                    .containsEntry("cached", false)
                    .containsEntry("outcome", "ok")
                    .containsEntry("rows", answer.getList("data.results").size())
                    .containsEntry("question_hash", QUESTION)
                    .containsEntry("spec_hash", answer.getString("meta.spec_hash"))
                    .containsEntry("receipt", answer.getString("meta.receipt"));
            assertThat((List<?>) entry.get("sql_hashes")).hasSizeGreaterThanOrEqualTo(2);
            assertThat(((Number) entry.get("duration_ms")).doubleValue()).isPositive();
        });
    }

    @Test
    void hasAnEntryForEachTransactionThatReads() throws InterruptedException {
        String receipt = run("acme", SPEC).extract().path("meta.receipt");
        post("/analytics/receipts/" + receipt + "/verify", "acme", "").statusCode(200);
        post("/analytics/drill", "acme", "{\"spec\": " + SPEC + ", \"row\": {\"project_key\": \"PAY\"}}")
                .statusCode(200);
        call("acme").get("/analytics/values").then().statusCode(200);
        assertThat(AuditCalls.of("acme", request, 4))
                .extracting(entry -> entry.get("kind") + " " + entry.get("outcome"))
                .containsExactly("values ok", "drill ok", "verify ok", "run ok");
    }

    @Test
    void hasNoEntryWhereNothingRan() throws InterruptedException {
        run("acme", "{\"measures\": [{\"name\": \"no_such_metric\"}]}").statusCode(400);
        post("/analytics/explain", "acme", SPEC).statusCode(200);
        assertThat(AuditCalls.of("acme", request, 0)).isEmpty();
    }

    @Test
    void tellsThatAStatementRanOutOfTime() throws InterruptedException {
        try (TableLock lock = TableLock.of("warehouse.issues")) {
            run("acme", SPEC).statusCode(504);
            assertThat(lock.isHeld()).isTrue();
        }
        assertThat(AuditCalls.of("acme", request, 1))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry).containsEntry("outcome", "timeout").containsEntry("rows", 0));
    }

    @Test
    void runsNothingThatItCanNotWriteDown() throws InterruptedException {
        Warehouse.execute(EmbeddedServers.postgres(), "REVOKE INSERT ON query.audit_entries FROM query_service");
        try {
            run("acme", SPEC).statusCode(503).body("code", is("unavailable"));
        } finally {
            Warehouse.execute(EmbeddedServers.postgres(), "GRANT INSERT ON query.audit_entries TO query_service");
        }
        assertThat(AuditCalls.of("acme", request, 0)).isEmpty();
        run("acme", SPEC).statusCode(200);
    }

    @Test
    void writesHitsOfTheCacheWithoutHoldingAnybodyUp() throws InterruptedException {
        Caller caller = new Caller(new Tenant("acme"), request, Set.of());
        for (int i = 0; i < 100; i++) {
            audit.recordHit(caller, "b".repeat(64), 3, Duration.ofMillis(1));
        }
        List<Map<String, Object>> entries = AuditCalls.of("acme", request, 100);
        assertThat(entries)
                .hasSize(100)
                .allSatisfy(entry -> assertThat(entry)
                        .containsEntry("user", request)
                        .containsEntry("cached", true)
                        .containsEntry("outcome", "ok")
                        .containsEntry("rows", 3)
                        .containsEntry("sql_hashes", List.of()));
    }

    @Test
    void tellsThatAnAnswerCameFromTheCache() throws InterruptedException {
        post("/analytics/run", "acme", SPEC).statusCode(200);
        post("/analytics/run", "acme", SPEC).statusCode(200);
        assertThat(AuditCalls.of("acme", request, 2))
                .hasSize(2)
                .anySatisfy(entry -> assertThat(entry)
                        .containsEntry("user", "vera")
                        .containsEntry("kind", "run")
                        .containsEntry("cached", true)
                        .containsEntry("rows", 2)
                        .containsEntry("sql_hashes", List.of()));
    }

    @Test
    void isForAdministratorsOfTheTenantAlone() throws InterruptedException {
        run("umbrella", SPEC).statusCode(200);
        assertThat(AuditCalls.of("umbrella", request, 1)).hasSize(1);
        assertThat(AuditCalls.of("acme", request, 0)).isEmpty();
        call("acme").get("/analytics/audit").then().statusCode(403).body("code", is("forbidden"));
        given().get("/analytics/audit").then().statusCode(401);
    }

    @Test
    void filtersByWhoWhatAndWhen() {
        Instant before = Instant.now();
        String hash = run("acme", SPEC).extract().path("meta.spec_hash");
        AuditCalls.get("acme", "user", "vera", "outcome", "ok", "spec_hash", hash, "from", before.toString())
                .body("data.entries.request_id", contains(request));
        AuditCalls.get("acme", "from", before.toString(), "user", "nobody").body("data.entries", is(empty()));
        AuditCalls.get("acme", "from", before.toString(), "outcome", "failed").body("data.entries", is(empty()));
        AuditCalls.get("acme", "from", before.toString(), "to", before.toString())
                .body("data.entries", is(empty()));
        AuditCalls.get("acme", "to", before.toString()).body("data.entries.request_id", not(contains(request)));
    }

    @Test
    void showsAPageAtATime() {
        Instant start = Instant.now();
        run("acme", SPEC);
        run("acme", SPEC);
        run("acme", SPEC);
        String from = start.toString();
        JsonPath first =
                AuditCalls.get("acme", "limit", "2", "from", from).extract().jsonPath();
        JsonPath second = AuditCalls.get("acme", "limit", "2", "from", from, "before", first.getString("data.next"))
                .extract()
                .jsonPath();
        assertThat(first.getList("data.entries.id", String.class)).hasSize(2);
        assertThat(second.getList("data.entries.id", String.class))
                .hasSize(1)
                .doesNotContainAnyElementsOf(first.getList("data.entries.id", String.class));
        assertThat(second.getString("data.next")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "outcome, good, unknown_outcome",
        "from, yesterday, invalid_instant",
        "to, 2026-13-01, invalid_instant",
        "before, x, invalid_id",
        "spec_hash, abc, invalid_hash",
        "limit, 0, out_of_range",
        "limit, many, out_of_range"
    })
    void refusesAFilterThatItDoesNotUnderstand(String name, String value, String code) {
        AuditCalls.get("acme", name, value)
                .statusCode(400)
                .body("errors[0].pointer", is("/" + name))
                .body("errors[0].code", is(code));
    }

    private ValidatableResponse run(String tenant, String spec) {
        return post("/analytics/run?cache=fresh", tenant, spec);
    }

    private ValidatableResponse post(String path, String tenant, String body) {
        return call(tenant).contentType(ContentType.JSON).body(body).post(path).then();
    }

    private RequestSpecification call(String tenant) {
        return given().auth()
                .oauth2(TestTokens.viewer(tenant))
                .header("X-Request-Id", request)
                .header("X-Question-Hash", QUESTION);
    }
}
