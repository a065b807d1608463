package io.plumbline.jobs.imports;

import static io.plumbline.jobs.imports.ImportCalls.admin;
import static io.plumbline.jobs.imports.ImportCalls.importLines;
import static io.plumbline.jobs.imports.ImportCalls.rows;
import static io.plumbline.jobs.imports.Tracker.issue;
import static io.plumbline.jobs.imports.Tracker.map;
import static io.plumbline.jobs.imports.Tracker.moved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.plumbline.embedded.EmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A mapping says what fields and statuses mean, and a change of it derives what is stored anew. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class MappingTest {
    private static final String MAPPING = """
            {"story_points_field": "customfield_50", "in_progress_statuses": ["done"], "done_statuses": ["3"],
             "blocked_statuses": ["To Do"], "bug_types": ["Defect"], "production": {"components": ["live"]}}""";

    @Test
    void changeDerivesTheInstanceAgain() {
        String line = issue("1", "PAY-1", "2026-03-01T00:00:00.000Z")
                .in("5")
                .points(3)
                .field("customfield_50", 13)
                .field("issuetype", map("name", "Defect", "subtask", false))
                .field("components", List.of(map("name", "Live")))
                .history("1", "2026-03-02T00:00:00.000Z", moved("1", "3"))
                .history("2", "2026-03-03T00:00:00.000Z", moved("3", "5"))
                .line();
        importLines("mapped", "main", List.of(line));
        assertThat(facts("mapped")).containsExactly("3|f|f|done|2026-03-03 00:00:00+00");
        String derivation = put(MAPPING);
        var answer = ImportCalls.await("mapped", derivation);

        assertThat(answer.getString("data.status")).isEqualTo("completed");
        assertThat(answer.getString("data.kind")).isEqualTo("mapping");
        // Status 3 means done now, and Done means in progress: the issue is not done any more.
        assertThat(facts("mapped")).containsExactly("13|t|t|in_progress|");
        assertThat(
                        rows(
                                "SELECT enters_done, leaves_done FROM warehouse.issue_transitions WHERE tenant_id = 'mapped' ORDER BY seq"))
                .containsExactly("f|f", "t|f", "f|t");
        assertThat(rows("SELECT from_at, to_at FROM warehouse.blocked_intervals WHERE tenant_id = 'mapped'"))
                .containsExactly("2026-03-01 00:00:00+00|2026-03-02 00:00:00+00");
        admin("mapped")
                .get("/analytics/instances/main/mapping")
                .then()
                .statusCode(200)
                .body("data.mapping.story_points_field", equalTo("customfield_50"))
                .body("data.statuses.category", containsInAnyOrder("todo", "done", "in_progress"));

        ImportCalls.await("mapped", put("{}"));
        assertThat(facts("mapped")).containsExactly("3|f|f|done|2026-03-03 00:00:00+00");
    }

    @Test
    void refusesABadMappingWithAllItsFaults() {
        admin("mapped")
                .contentType("application/json")
                .body("""
                        {"story_points_field": " ", "done_statuses": ["A", null], "todo_statuses": ["a"]}""")
                .put("/analytics/instances/main/mapping")
                .then()
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/story_points_field", "/done_statuses/1", "/done_statuses/0"));
        admin("mapped")
                .contentType("application/json")
                .body("{\"story_point_field\": \"x\"}")
                .put("/analytics/instances/main/mapping")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/story_point_field"))
                .body("errors[0].allowed", hasItem("story_points_field"));
        admin("mapped")
                .contentType("application/json")
                .body("{\"bug_types\": [\"" + "x".repeat(70_000) + "\"]}")
                .put("/analytics/instances/main/mapping")
                .then()
                .statusCode(413);
        admin("mapped").get("/analytics/instances/unknown/mapping").then().statusCode(404);
        admin("mapped").get("/analytics/instances/BAD/mapping").then().statusCode(400);
    }

    private static String put(String mapping) {
        return admin("mapped")
                .contentType("application/json")
                .body(mapping)
                .put("/analytics/instances/main/mapping")
                .then()
                .statusCode(200)
                .extract()
                .path("data.derive_id");
    }

    private static List<String> facts(String tenant) {
        return rows(
                "SELECT estimate, is_bug, is_escaped, status_category, done_at FROM warehouse.issues WHERE tenant_id = '"
                        + tenant + "'");
    }
}
