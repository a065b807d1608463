package io.plumbline.query.faults;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Control;
import io.plumbline.query.testing.Health;
import io.plumbline.query.testing.Neighbours;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** The first start of all: query-service is there before job-service has made the warehouse. */
@QuarkusTest
@WithTestResource(value = Neighbours.class, initArgs = @ResourceArg(name = "warehouse", value = "none"))
class MissingWarehouseTest {
    private static final String SPEC = "{\"measures\": [{\"name\": \"created\"}]}";

    @Test
    void isNotReadyAndSaysSoUntilTheWarehouseIsThere() {
        unavailable(Call.run("acme", SPEC));
        unavailable(Call.get("/analytics/values", "acme"));
        Call.explain("acme", SPEC).statusCode(200);
        assertThat(Health.ready()).isEqualTo(503);
        given().baseUri(Health.url())
                .get("/q/health/ready")
                .then()
                .body(containsString("warehouse"))
                .body(containsString("warehouse.tenants"));
        given().baseUri(Health.url()).get("/q/health/live").then().statusCode(200);

        Control.act("warehouse/migrate");
        Health.await(200);
        Call.run("acme", SPEC).statusCode(200).body("data.results[0].created", is(0));
    }

    private static void unavailable(ValidatableResponse answer) {
        answer.statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("code", is("unavailable"))
                .body("detail", containsString("job-service"));
    }
}
