package io.plumbline.query.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.spec.signature.Sha256;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Neighbours.class)
class ReceiptTest {
    private static final String SPEC = """
            {"measures": [{"name": "created"}, {"name": "throughput_ratio"}], "dimensions": ["project_key"], "limit": 1,
             "filters": [{"field": "issue_type", "op": "=", "value": "Story"}], "chart": {"type": "bar"}}
            """;

    @Test
    void isNamedInTheAnswer() {
        Call.run("acme", SPEC)
                .statusCode(200)
                .body("meta.receipt", matchesPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}"))
                .body("meta.result_hash", matchesPattern("[0-9a-f]{64}"))
                .body("meta.evaluated_at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"));
    }

    @Test
    void showsWhatTheAnswerWasMadeOf() {
        JsonPath answer = run("acme");
        Call.get("/analytics/receipts/" + answer.getString("meta.receipt"), "acme")
                .statusCode(200)
                .body("data.receipt", is(answer.getString("meta.receipt")))
                .body("data.asked_by", is("vera"))
                .body("data.spec.measures.name", contains("created", "throughput_ratio"))
                .body("data.spec.filters[0].value", is("Story"))
                .body("data.spec_hash", is(answer.getString("meta.spec_hash")))
                .body("data.metrics_used", is(answer.getList("meta.metrics_used")))
                .body("data.catalog_version", is(answer.getString("meta.catalog_version")))
                .body("data.data_version", is(7))
                .body("data.data_as_of", is("2026-03-01T10:00:00Z"))
                .body("data.evaluated_at", is(answer.getString("meta.evaluated_at")))
                .body("data.result_hash", is(answer.getString("meta.result_hash")))
                .body("data.rows", is(1))
                .body("data.total", is(answer.getInt("data.total")))
                .body("data.comparable", is(true))
                .body("data.kept_until", is(greaterThan(Instant.now().toString())));
    }

    @Test
    void provesTheRowsByTheirHash() {
        JsonPath answer = run("acme");
        assertThat(answer.getString("meta.result_hash"))
                .isEqualTo(Sha256.hex(CanonicalResults.write(answer.getList("data.results"))))
                .isEqualTo(run("acme").getString("meta.result_hash"));
        assertThat(run("umbrella").getString("meta.result_hash")).isNotEqualTo(answer.getString("meta.result_hash"));
    }

    @Test
    void isAnotherForEachAnswerThatIsMade() {
        String one = Call.runFresh("acme", SPEC).extract().path("meta.receipt");
        String other = Call.runFresh("acme", SPEC).extract().path("meta.receipt");
        assertThat(one).isNotEqualTo(other);
        assertThat(run("acme").getString("meta.receipt"))
                .as("the same answer again")
                .isEqualTo(other);
    }

    @Test
    void isKeptForAnAnswerWithoutRows() {
        String receipt = Call.run("nobody", "{\"measures\": [{\"name\": \"created\"}], \"dimensions\": [\"label\"]}")
                .statusCode(200)
                .extract()
                .path("meta.receipt");
        Call.get("/analytics/receipts/" + receipt, "nobody")
                .statusCode(200)
                .body("data.rows", is(0))
                .body("data.data_version", is(0));
    }

    @Test
    void isNotThereForAnotherTenant() {
        String path = "/analytics/receipts/" + run("umbrella").getString("meta.receipt");
        Call.get(path, "umbrella").statusCode(200);
        Call.get(path, "acme")
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", is("not_found"))
                .body("toString()", not(matchesPattern("(?s).*(umbrella|CANARY).*")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"00000000-0000-4000-8000-000000000000", "0197c5a0-0000-7000-8000-000000000000", "x", "1'--"})
    void isNotThereForAnIdThatWasNeverGiven(String id) {
        Call.get("/analytics/receipts/" + id, "acme").statusCode(404).body("code", is("not_found"));
    }

    private static JsonPath run(String tenant) {
        return Call.run(tenant, SPEC).statusCode(200).extract().jsonPath();
    }
}
