package io.plumbline.query.jobs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.plumbline.query.testing.Activity;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.query.testing.TableLock;
import io.plumbline.query.testing.Warehouse;
import io.plumbline.spec.Json;
import io.plumbline.spec.delegation.Delegations;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What job-service asks in the name of who submitted a job. */
@QuarkusTest
@WithTestResource(Neighbours.class)
class JobQueryTest {
    private static final UUID JOB = UUID.fromString("7c3f0a2e-0000-4000-8000-000000000001");
    private static final String SPEC = "{\"measures\": [{\"name\": \"created\"}], \"limit\": 100000}";
    private static final String MANY_ROWS = """
            {"measures": [{"name": "created"}, {"name": "cycle_time", "as": "cycle"}],
             "dimensions": [{"field": "metric_time", "granularity": "day"}, "project_key", "issue_type"],
             "time": {"from": "2016-01-01", "to": "2026-12-01"}, "limit": 100000}
            """;

    @Inject
    Delegations delegations;

    @Test
    void checksASpecWithTheLimitsOfJobs() {
        call("check", SPEC, "acme")
                .statusCode(200)
                .body("spec_hash", matchesPattern("[0-9a-f]{64}"))
                .body("shape_hash", matchesPattern("[0-9a-f]{64}"))
                .body(
                        "shape_hash",
                        not(is(call("check", MANY_ROWS, "acme").extract().<String>path("shape_hash"))))
                .body("columns[0].name", is("created"));
        call("check", SPEC.replace("100000", "100001"), "acme")
                .statusCode(400)
                .body("code", is("invalid_spec"))
                .body("errors[0].pointer", is("/limit"));
    }

    @Test
    void tellsEveryFaultOfASpec() {
        call("check", "{\"measures\": [{\"name\": \"creatd\"}]}", "acme")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].code", is("unknown_metric"))
                .body("errors[0].suggestion", is("created"));
    }

    @Test
    void streamsRowsWithTheirExactTypes() throws JsonProcessingException {
        List<JsonNode> lines = lines(call("rows", MANY_ROWS, "acme"));
        JsonNode head = lines.getFirst();
        assertThat(head.at("/columns/0/name").asText()).isEqualTo("metric_time");
        assertThat(head.at("/columns/0/type").asText()).isEqualTo("DATE");
        assertThat(head.at("/columns/3/type").asText()).isEqualTo("INTEGER");
        assertThat(head.at("/columns/4/type").asText()).isEqualTo("DECIMAL");
        assertThat(head.at("/meta/warnings")).isEmpty();
        int rows = lines.size() - 2;
        assertThat(rows).isGreaterThan(7_000);
        assertThat(head.at("/total").asInt()).isEqualTo(rows);
        assertThat(lines.get(1)).hasSize(head.get("columns").size());
        assertThat(lines.getLast().at("/end/rows").asInt()).isEqualTo(rows);
        assertThat(lines.getLast().at("/end/result_hash").asText()).isNotEmpty();
    }

    @Test
    void givesAllRowsWhereTheSpecHasNoLimit() throws JsonProcessingException {
        String unlimited = MANY_ROWS.replace(", \"limit\": 100000", "");
        assertThat(unlimited).isNotEqualTo(MANY_ROWS);
        assertThat(lines(call("rows", unlimited, "acme"))).hasSameSizeAs(lines(call("rows", MANY_ROWS, "acme")));
        assertThat(call("check", unlimited, "acme").extract().<String>path("spec_hash"))
                .isEqualTo(call("check", MANY_ROWS, "acme").extract().<String>path("spec_hash"));
    }

    @Test
    void seesTheRowsOfTheSignedTenantAlone() throws JsonProcessingException {
        assertThat(lines(call("rows", SPEC, "acme")).get(1).get(0).asInt()).isEqualTo(4);
        assertThat(lines(call("rows", SPEC, "umbrella")).get(1).get(0).asInt()).isEqualTo(1);
    }

    @Test
    void believesNoTokenOfAUserAndNoForgedDelegation() {
        for (String path : List.of("check", "rows")) {
            given().auth()
                    .oauth2(TestTokens.admin("acme"))
                    .contentType(ContentType.JSON)
                    .body(SPEC)
                    .post("/internal/jobs/" + path)
                    .then()
                    .statusCode(401)
                    .body("code", is("unauthorized"));
            post(path, SPEC, signed("acme") + "A").statusCode(401);
        }
    }

    @Test
    void isAuditedAsAKindOfItsOwn() {
        call("rows", SPEC, "acme").statusCode(200);
        assertThat(Warehouse.query(EmbeddedServers.postgres(), """
                        SELECT tenant_id, asked_by, kind FROM query.audit_entries WHERE kind = 'job' AND tenant_id = 'acme'""")).contains("acme|ana|job");
    }

    @Test
    void cancelsTheStatementWhenTheJobLeaves() throws IOException {
        try (TableLock lock = TableLock.of("warehouse.issues")) {
            try (Socket job = open(SPEC)) {
                assertThat(job.isConnected()).isTrue();
                Activity.await(running -> running.size() == 1);
            }
            Activity.await(List::isEmpty);
            assertThat(lock.isHeld()).isTrue();
        }
    }

    @Test
    void endsTheTransactionWhenTheJobLeavesAmidTheRows() throws IOException {
        try (Socket job = open(MANY_ROWS)) {
            byte[] begin = job.getInputStream().readNBytes(2_000);
            assertThat(new String(begin, StandardCharsets.UTF_8)).startsWith("HTTP/1.1 200");
        }
        // Sooner than a job that takes nothing is given up.
        Activity.awaitNoTransaction();
        // No connection is lost by it.
        for (int i = 0; i < 20; i++) {
            call("rows", SPEC, "acme").statusCode(200);
        }
    }

    private Socket open(String spec) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        byte[] body = spec.getBytes(StandardCharsets.UTF_8);
        String request = """
                POST /internal/jobs/rows HTTP/1.1\r
                Host: localhost\r
                %s: %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s""".formatted(Delegations.HEADER, signed("acme"), body.length, spec);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private ValidatableResponse call(String path, String spec, String tenant) {
        return post(path, spec, signed(tenant));
    }

    private String signed(String tenant) {
        return delegations.sign(new Caller(Tenant.of(tenant), "ana", Set.of("analyst")), JOB);
    }

    private static ValidatableResponse post(String path, String spec, String delegation) {
        return given().header(Delegations.HEADER, delegation)
                .contentType(ContentType.JSON)
                .body(spec)
                .post("/internal/jobs/" + path)
                .then();
    }

    private static List<JsonNode> lines(ValidatableResponse answer) throws JsonProcessingException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : answer.statusCode(200).extract().asString().split("\n", 0)) {
            lines.add(Json.mapper().readTree(line));
        }
        return lines;
    }
}
