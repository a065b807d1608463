package io.plumbline.query.drill;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Neighbours.class)
class DrillResourceTest {
    private static final String CREATED = """
            "spec": {"measures": [{"name": "created"}], "dimensions": ["project_key",
              {"field": "metric_time", "granularity": "month"}], "time": {"from": "2026-01-01", "to": "2026-03-01"}}
            """;

    @Test
    void showsTheIssuesOfACell() {
        Call.drill("acme", "{" + CREATED + ", \"row\": {\"project_key\": \"PAY\", \"metric_time\": \"2026-01-01\"}}")
                .statusCode(200)
                .body("data.results.issue_key", contains("PAY-1", "PAY-2"))
                .body("data.results.summary", contains("First", "Second"))
                .body("data.results.assignee", contains("Ana Novak", "Ben Ortiz"))
                .body("data.results.status", contains("Done", "Done"))
                .body("data.results.at", contains("2026-01-02T10:00:00Z", "2026-01-03T10:00:00Z"))
                .body("data.results.value", contains(1, 1))
                .body("data.total", is(2))
                .body("data.value_sum", is(2.0f))
                .body("data.limit", is(100))
                .body("meta.measure", is("created"))
                .body("meta.part", is(nullValue()))
                .body("meta.metric", is("created@1.0.0"))
                .body("meta.spec_hash", matchesPattern("[0-9a-f]{64}"))
                .body("meta.data_version", is(7))
                .body("meta.warnings", is(empty()))
                .body("meta.columns.find { it.name == 'at' }.type", is("time"));
    }

    @Test
    void showsNothingOfAnotherTenant() {
        Call.drill("umbrella", "{\"spec\": {\"measures\": [{\"name\": \"created\"}]}, \"row\": {}}")
                .statusCode(200)
                .body("data.results.issue_key", contains("CANARY-1"));
        Call.drill("acme", "{\"spec\": {\"measures\": [{\"name\": \"created\"}]}, \"row\": {}}")
                .statusCode(200)
                .body("data.results", hasSize(4))
                .body("toString()", not(Matchers.containsString("CANARY")));
    }

    @Test
    void tellsTheTotalOfAPageBeyondTheEnd() {
        Call.drill("acme", "{\"spec\": {\"measures\": [{\"name\": \"created\"}]}, \"row\": {}, \"offset\": 10}")
                .statusCode(200)
                .body("data.results", is(empty()))
                .body("data.total", is(4))
                .body("data.value_sum", is(4.0f));
    }

    @Test
    void opensSprintsWithTheRolesOfTheirIssues() {
        Call.drill("acme", """
                {"spec": {"measures": [{"name": "velocity"}], "dimensions": ["sprint_name"]},
                 "row": {"sprint_name": "Sprint 1"}}
                """)
                .statusCode(200)
                .body("data.results.issue_key", contains("PAY-1", "PAY-2"))
                .body("data.results.committed", contains(true, true))
                .body("data.results.points_end", contains(5.0f, 3.0f))
                .body("data.value_sum", is(8.0f));
    }

    @Test
    void opensTheRowOfASprintAndTheGroupsOfTwoStages() {
        Call.drill("acme", """
                {"spec": {"measures": [{"name": "velocity", "per": {"dimensions": ["project_key"], "agg": "max"}}]},
                 "row": {}}
                """)
                .statusCode(200)
                .body("data.results.findAll { it.sprint == 'Sprint 1' }.issue_key", contains("PAY-1", "PAY-2"))
                .body("data.results.findAll { it.sprint == 'Sprint 1' }.project_key", contains("PAY", "PAY"))
                .body("meta.warnings", hasSize(1));
        Call.drill("acme", """
                {"spec": {"measures": [{"name": "velocity"}], "time": {"granularity": "sprint"}}, "row": {
                  "metric_time": "2020-01-01", "metric_time__sprint": "Sprint 1", "metric_time__board": null}}
                """)
                .statusCode(200)
                .body("data.results", is(empty()))
                .body("data.total", is(0));
    }

    @Test
    void saysWhatIsWrongWithTheRequest() {
        Call.drill("acme", "{" + CREATED + ", \"row\": {\"project_key\": \"PAY\"}}")
                .statusCode(400)
                .body("code", is("invalid_request"))
                .body("errors.pointer", contains("/row"))
                .body("errors.code", contains("missing_dimension"));
        Call.drill("acme", "{" + CREATED + ", \"row\": {}, \"limit\": 0, \"offset\": -1}")
                .statusCode(400)
                .body("errors.pointer", contains("/limit", "/offset"));
        Call.drill("acme", "{\"row\": {}}").statusCode(400).body("errors.pointer", contains("/spec"));
        Call.drill("acme", "{\"spec\": {\"measures\": [{\"nam\": \"created\"}]}, \"row\": {}}")
                .statusCode(400)
                .body("errors[0].pointer", is("/spec/measures/0/nam"));
        Call.drill("acme", "{\"spec\": {\"measures\": [{\"name\": \"creatd\"}]}, \"row\": {}}")
                .statusCode(400)
                .body("errors[0].suggestion", is("created"));
        Call.drill("acme", "{\"rows\": {}}").statusCode(400).body("errors[0].code", is("unknown_member"));
        Call.drill("acme", "null").statusCode(400);
        Call.drill("acme", "").statusCode(400);
    }
}
