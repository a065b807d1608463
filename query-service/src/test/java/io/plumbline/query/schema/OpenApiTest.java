package io.plumbline.query.schema;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.plumbline.query.testing.Health;
import io.plumbline.query.testing.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** The service's description of itself, on the management port beside health and metrics. */
@QuarkusTest
@WithTestResource(Neighbours.class)
class OpenApiTest {
    @Test
    void describesEveryPath() {
        document()
                .body("info.title", is("Plumbline query-service"))
                .body(
                        "paths.keySet()",
                        hasItems(
                                "/analytics/run",
                                "/analytics/explain",
                                "/analytics/drill",
                                "/analytics/receipts/{id}",
                                "/analytics/receipts/{id}/verify",
                                "/analytics/schema",
                                "/analytics/values"))
                .body("paths.'/analytics/run'.post.summary", notNullValue())
                .body("paths.'/analytics/run'.post.responses.keySet()", hasItems("200", "400", "401", "403"));
    }

    @Test
    void namesMembersAsTheyStandInJson() {
        document()
                .body("components.schemas.Data.properties.keySet()", hasItems("results", "query_time_ms"))
                .body("components.schemas.keySet()", not(hasItem("ZoneId")));
    }

    private static ValidatableResponse document() {
        return given().baseUri(Health.url())
                .queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .statusCode(200);
    }
}
