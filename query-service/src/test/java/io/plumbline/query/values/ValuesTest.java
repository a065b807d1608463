package io.plumbline.query.values;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.plumbline.embedded.TestTokens;
import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Neighbours.class)
class ValuesTest {
    @Test
    void listsWhatTheTenantsRowsHoldSorted() {
        Call.get("/analytics/values", "acme")
                .statusCode(200)
                .header("ETag", "\"v7\"")
                .body("success", is(true))
                .body("data.data_version", is(7))
                .body("data.values.project_key", contains("PAY", "WEB"))
                .body("data.values.project_name", contains("Payments", "Web shop"))
                .body("data.values.assignee", contains("Ana Novak", "Ben Ortiz"))
                .body("data.values.reporter", contains("Ana Novak", "Ben Ortiz"))
                .body("data.values.issue_type", contains("Bug", "Story"))
                .body("data.values.status", contains("Done", "In Progress", "To Do"))
                .body("data.values.priority", contains("High", "Low"))
                .body("data.values.label", contains("backend", "checkout"))
                .body("data.values.component", contains("api"))
                .body("data.values.sprint_name", contains("Sprint 1", "Sprint 2"))
                .body("data.values.board", contains("Payments board"));
    }

    @Test
    void showsNoTenantTheValuesOfAnother() {
        assertThat(Call.get("/analytics/values", "acme").extract().asString()).doesNotContain("CANARY");
        Call.get("/analytics/values", "umbrella")
                .body("data.values.values().flatten()", everyItem(Matchers.startsWith("CANARY")));
    }

    @Test
    void hasNothingForATenantWithoutData() {
        Map<String, List<String>> values = Call.get("/analytics/values", "nobody")
                .statusCode(200)
                .extract()
                .path("data.values");
        assertThat(values).hasSize(11);
        assertThat(values.values()).allMatch(List::isEmpty);
    }

    @Test
    void saysWhenNothingChanged() {
        given().auth()
                .oauth2(TestTokens.viewer("acme"))
                .header("If-None-Match", "\"v7\"")
                .when()
                .get("/analytics/values")
                .then()
                .statusCode(304)
                .body(is(emptyString()));
    }

    @Test
    void answersInFullToATagItNeverGave() {
        given().auth()
                .oauth2(TestTokens.viewer("acme"))
                .header("If-None-Match", "\"v6\", W/\"other\"")
                .when()
                .get("/analytics/values")
                .then()
                .statusCode(200);
    }
}
