package io.plumbline.query.run;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Health;
import io.plumbline.query.testing.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Neighbours.class)
class QueryMeterTest {
    @Test
    void countsAnswersInAHistogramByOutcome() {
        Call.run("acme", "{\"measures\": [{\"name\": \"created\"}]}").statusCode(200);
        Call.run("acme", "{\"measures\": []}").statusCode(400);
        assertThat(metrics())
                .containsPattern("query_duration_seconds_bucket\\{[^}]*outcome=\"ok\"[^}]*le=\"0.1\"[^}]*}")
                .containsPattern("query_duration_seconds_count\\{[^}]*outcome=\"rejected\"");
    }

    @Test
    void countsFaultsOfSpecsByCode() {
        Call.run("acme", "{\"measures\": [{\"name\": \"velocty\"}]}").statusCode(400);
        assertThat(metrics()).containsPattern("spec_validation_errors_total\\{[^}]*code=\"unknown_metric\"");
    }

    @Test
    void namesNoTenantInItsLabels() {
        Call.run("acme", "{\"measures\": [{\"name\": \"created\"}]}").statusCode(200);
        assertThat(metrics()).doesNotContain("acme");
    }

    private static String metrics() {
        return given().baseUri(Health.url())
                .when()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
