package io.plumbline.query.run;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.plumbline.catalog.definition.CatalogFiles;
import io.plumbline.embedded.TestTokens;
import io.plumbline.query.testing.Activity;
import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.query.testing.TableLock;
import io.plumbline.spec.Json;
import io.plumbline.spec.trial.TrialRequest;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A locked table stands for a query that takes too long. */
@QuarkusTest
@WithTestResource(value = Neighbours.class, initArgs = @ResourceArg(name = "timeout", value = "1S"))
class StatementTimeoutTest {
    private static final String SPEC = "{\"measures\": [{\"name\": \"created\"}]}";

    @Test
    void cancelsTheStatementInTheDatabase() {
        try (TableLock lock = TableLock.of("warehouse.issues")) {
            Call.runFresh("acme", SPEC)
                    .statusCode(504)
                    .contentType("application/problem+json")
                    .body("code", is("timeout"))
                    // Before the 30 seconds that are the rule.
                    .time(lessThan(20_000L));
            assertThat(lock.isHeld()).isTrue();
            assertThat(Activity.running()).isEmpty();
        }
    }

    @Test
    void answersAgainAfterwards() {
        try (TableLock lock = TableLock.of("warehouse.issues")) {
            assertThat(lock.isHeld()).isTrue();
            Call.runFresh("acme", SPEC).statusCode(504);
        }
        Call.runFresh("acme", SPEC).statusCode(200).body("data.results[0].created", is(4));
        Call.run("umbrella", SPEC).statusCode(200).body("data.results[0].created", is(1));
    }

    @Test
    void stopsTheTrialOfAMetricThatIsTooSlow() throws Exception {
        var created = CatalogFiles.load().metrics().stream()
                .filter(metric -> metric.name().equals("created"))
                .toList();
        byte[] request = Json.mapper().writeValueAsBytes(new TrialRequest(List.of("created@1.0.0"), created));
        try (TableLock lock = TableLock.of("warehouse.issues")) {
            given().auth()
                    .oauth2(TestTokens.admin("acme"))
                    .contentType(ContentType.JSON)
                    .body(request)
                    .post("/internal/trial")
                    .then()
                    .statusCode(200)
                    .body("faults.code", contains("too_slow"));
            assertThat(lock.isHeld()).isTrue();
        }
    }
}
