package io.plumbline.query.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.spec.Json;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Neighbours.class)
class RunTest {
    private static final String CREATED_BY_PROJECT_AND_MONTH = """
            {"measures": [{"name": "created"}, {"name": "closed", "as": "done"}],
             "dimensions": ["project_key", {"field": "metric_time", "granularity": "month"}],
             "time": {"from": "2026-01-01", "to": "2026-03-01"}}
            """;

    @Test
    void answersWithOneRowForEachGroupAndFillsGaps() {
        Call.runFresh("acme", CREATED_BY_PROJECT_AND_MONTH)
                .statusCode(200)
                .body("success", is(true))
                .body("data.results", hasSize(4))
                .body("data.total", is(4))
                .body("data.cached", is(false))
                .body("data.query_time_ms", greaterThan(0f))
                .body(
                        "data.results.findAll { it.project_key == 'PAY' }.metric_time",
                        contains("2026-01-01", "2026-02-01"))
                .body("data.results.findAll { it.project_key == 'PAY' }.created", contains(2, 1))
                .body("data.results.findAll { it.project_key == 'PAY' }.done", contains(2, 0))
                .body("data.results.findAll { it.project_key == 'WEB' }.created", contains(0, 1));
    }

    @Test
    void putsDimensionsBeforeMeasuresInEachRow() throws Exception {
        JsonNode answer = Json.mapper()
                .readTree(
                        Call.run("acme", CREATED_BY_PROJECT_AND_MONTH).extract().asString());
        List<String> members = new ArrayList<>();
        answer.at("/data/results/0").fieldNames().forEachRemaining(members::add);
        assertThat(members).containsExactly("project_key", "metric_time", "created", "done");
    }

    @Test
    void tellsWhatTheAnswerIsMadeOf() {
        Call.runFresh("acme", CREATED_BY_PROJECT_AND_MONTH)
                .body("meta.spec_version", is("1"))
                .body("meta.spec_hash", matchesPattern("[0-9a-f]{64}"))
                .body("meta.metrics_used", contains("created@1.0.0", "closed@1.0.0"))
                .body("meta.cache_ttl", is(300))
                .body("meta.data_version", is(7))
                .body("meta.data_as_of", is("2026-03-01T10:00:00Z"))
                .body("meta.catalog_version", is(equalTo(catalogVersion())))
                .body("meta.warnings", is(empty()))
                .body("meta.columns.name", contains("project_key", "metric_time", "created", "done"))
                .body("meta.columns.type", contains("text", "date", "number", "number"))
                .body("meta.columns.unit", contains(null, null, "issues", "issues"));
    }

    @Test
    void countsTheRowsBeforeTheLimit() {
        Call.run("acme", CREATED_BY_PROJECT_AND_MONTH.replace("\"time\"", "\"limit\": 1, \"time\""))
                .statusCode(200)
                .body("data.results", hasSize(1))
                .body("data.total", is(4));
    }

    @Test
    void readsSprintsAtTheirEnd() {
        Call.run("acme", """
                {"measures": [{"name": "velocity"}, {"name": "planned_sp"}], "dimensions": ["sprint_name"]}
                """)
                .statusCode(200)
                .body("data.results", hasSize(1))
                .body("data.results[0].sprint_name", is("Sprint 1"))
                .body("data.results[0].velocity", is(8.0f))
                .body("data.results[0].planned_sp", is(8.0f))
                .body("meta.columns.unit", contains(null, "points", "points"));
    }

    @Test
    void givesTheUnitOfEachComparison() {
        Call.run("acme", """
                {"measures": [{"name": "created"}],
                 "time": {"from": "2026-02-01", "to": "2026-03-01", "compare": "previous_period"}}
                """)
                .statusCode(200)
                .body("data.results[0].created", is(2))
                .body("data.results[0].created__previous", is(2))
                .body("data.results[0].created__delta", is(0))
                .body("meta.columns.unit", contains("issues", "issues", "issues", "percent"));
    }

    @Test
    void countsTheValuesBehindANumber() {
        Call.run("acme", """
                {"measures": [{"name": "created", "n": true}], "time": {"from": "2026-02-01", "to": "2026-03-01"}}
                """)
                .statusCode(200)
                .body("data.results[0].created__n", is(2))
                .body("meta", not(hasKey("emptiness")))
                .body("meta.columns.name", contains("created", "created__n"))
                .body("meta.columns.unit", contains("issues", "values"));
    }

    @Test
    void saysWhyANumberIsMissing() {
        Call.run("acme", """
                {"measures": [{"name": "created", "min_n": 3}, {"name": "lead_time_avg"}],
                 "time": {"from": "2020-02-01", "to": "2020-03-01"}}
                """)
                .statusCode(200)
                .body("data.results[0].created", is(nullValue()))
                .body("data.results[0].keySet()", hasSize(2))
                .body("meta.emptiness.row", contains(0, 0))
                .body("meta.emptiness.column", contains("created", "lead_time_avg"))
                .body("meta.emptiness.reason", contains("no_data", "no_data"))
                .body("meta.columns.name", contains("created", "lead_time_avg"));
    }

    @Test
    void givesTheContributionsOfACompositeAsAnObject() {
        Call.run("acme", """
                {"measures": [{"name": "sprint_problematic_score", "as": "score"}], "dimensions": ["sprint_name"]}
                """)
                .statusCode(200)
                .body("data.results[0]", hasKey("score__parts"))
                .body("meta.columns.find { it.name == 'score__parts' }.type", is("object"));
    }

    @Test
    void sameMeaningHasTheSameHash() {
        String one = hash("{\"measures\": [{\"name\": \"created\"}], \"limit\": 1000}");
        String other = hash(
                "{\"limit\":1000,\"datasource\":\"warehouse\",\"measures\":[{\"as\":\"created\",\"name\":\"created\"}]}");
        assertThat(one).isEqualTo(other);
    }

    @Test
    void answersATenantWithoutData() {
        Call.run("nobody", "{\"measures\": [{\"name\": \"created\"}]}")
                .statusCode(200)
                .body("data.results[0].created", is(0))
                .body("meta.data_version", is(0))
                .body("meta", hasKey("data_as_of"));
    }

    private static String hash(String spec) {
        return Call.run("acme", spec).statusCode(200).extract().path("meta.spec_hash");
    }

    private static String catalogVersion() {
        return Call.explain("acme", "{\"measures\": [{\"name\": \"created\"}]}")
                .extract()
                .path("meta.catalog_version");
    }
}
