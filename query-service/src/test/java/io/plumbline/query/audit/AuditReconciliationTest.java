package io.plumbline.query.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.plumbline.query.testing.Activity;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.query.testing.TableLock;
import io.plumbline.query.testing.Warehouse;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The audit against PostgreSQL's own log: every statement that read a tenant's data, and none more, stands in it once. */
@QuarkusTest
@WithTestResource(value = Neighbours.class, initArgs = @ResourceArg(name = "timeout", value = "1S"))
class AuditReconciliationTest {
    private static final String SPEC = """
            {"measures": [{"name": "created"}, {"name": "velocity"}], "dimensions": ["project_key"]}""";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> requests = new ArrayList<>();

    @Test
    void hasEachStatementThatReadTenantsDataOnce() throws Exception {
        try (ServerLog log = ServerLog.open()) {
            askManyThings();
            Activity.await(List::isEmpty);
            awaitOutcomes();
            assertThat(executed(log)).isNotEmpty().containsExactlyInAnyOrderElementsOf(audited());
        }
    }

    @Test
    void hasOneOutcomeForEachEntry() throws InterruptedException {
        askManyThings();
        awaitOutcomes();
        assertThat(outcomes()).hasSizeGreaterThan(20).containsOnly("1");
    }

    /** Outcomes are written shortly after the answers. */
    private void awaitOutcomes() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (outcomes().contains("0") && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
    }

    /** How many outcomes each entry of a request has. */
    private List<String> outcomes() {
        return Warehouse.query(EmbeddedServers.postgres(), """
                SELECT count(o.audit_id) FROM query.audit_entries e LEFT JOIN query.audit_outcomes o USING (audit_id)
                WHERE request_id IN (%s) AND NOT cached GROUP BY e.audit_id
                """.formatted(quoted()));
    }

    private void askManyThings() {
        for (int i = 0; i < 5; i++) {
            String receipt = post("/analytics/run", SPEC);
            post("/analytics/receipts/" + receipt + "/verify", "");
            post(
                    "/analytics/drill",
                    "{\"spec\": " + SPEC + ", \"measure\": \"created\", \"row\": {\"project_key\": \"PAY\"}}");
            post(
                    "/analytics/drill",
                    "{\"spec\": " + SPEC
                            + ", \"measure\": \"created\", \"row\": {\"project_key\": \"PAY\"}, \"offset\": 1000}");
            post("/analytics/run", "{\"measures\": [{\"name\": \"no_such_metric\"}]}");
            call().get("/analytics/values");
        }
        try (TableLock lock = TableLock.of("warehouse.issues")) {
            post("/analytics/run?cache=fresh", SPEC);
            assertThat(lock.isHeld()).isTrue();
        }
    }

    /** Of answers that went well; a statement that was stopped is logged as an error and not as executed. */
    private List<String> audited() {
        return Warehouse.query(EmbeddedServers.postgres(), """
                SELECT request_id, unnest(sql_hashes) FROM query.audit WHERE request_id IN (%s) AND outcome = 'ok'
                """.formatted(quoted()));
    }

    private List<String> executed(ServerLog log) throws IOException {
        List<String> stopped = stopped();
        return log.executed().stream()
                .filter(each -> requests.contains(each.application()))
                .filter(each -> each.statement().replace("\"", "").contains("warehouse."))
                .filter(each -> !stopped.contains(each.application()))
                .map(each -> each.application() + "|"
                        + Purpose.of(Kind.RUN, null, List.of(each.statement()))
                                .sqlHashes()
                                .getFirst())
                .toList();
    }

    private List<String> stopped() {
        return Warehouse.query(
                EmbeddedServers.postgres(), "SELECT request_id FROM query.audit WHERE outcome = 'timeout'");
    }

    private String quoted() {
        return "'" + String.join("', '", requests) + "'";
    }

    private String post(String path, String body) {
        return call().contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .extract()
                .path("meta.receipt");
    }

    private RequestSpecification call() {
        String id = UUID.randomUUID().toString();
        requests.add(id);
        return given().auth().oauth2(TestTokens.viewer("acme")).header("X-Request-Id", id);
    }
}
