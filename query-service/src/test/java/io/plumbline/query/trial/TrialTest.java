package io.plumbline.query.trial;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.plumbline.catalog.definition.CatalogFiles;
import io.plumbline.embedded.TestTokens;
import io.plumbline.query.testing.Health;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.Json;
import io.plumbline.spec.catalog.Additivity;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.trial.TrialRequest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Metrics are tried on the rows of the caller's tenant before anyone can use them. */
@QuarkusTest
@WithTestResource(Neighbours.class)
class TrialTest {
    private static final List<MetricDefinition> METRICS =
            CatalogFiles.load().metrics().stream().map(TrialTest::lean).toList();

    @BeforeEach
    void waitForTheCatalog() throws Exception {
        Health.await(200);
    }

    @Test
    void triesEveryAggregationOfEveryMetric() throws Exception {
        attempt(new TrialRequest(METRICS.stream().map(MetricDefinition::id).toList(), METRICS))
                .statusCode(200)
                .body("faults", empty())
                .body("statements", greaterThan(METRICS.size() * 2));
    }

    @Test
    void triesOnlyWhatIsAskedFor() throws Exception {
        attempt(new TrialRequest(List.of("created@1.0.0"), METRICS))
                .statusCode(200)
                .body("statements", is(2));
    }

    @Test
    void tellsADivisionByZeroWithItsCure() throws Exception {
        attempt(simple("points_each", "estimate / 0"))
                .statusCode(200)
                .body("faults.code", everyItem(is("division_by_zero")))
                .body("faults.aggregation", hasItem("sum"))
                .body("faults.message", everyItem(containsString("nullif")));
    }

    @Test
    void tellsWhatCannotBeCompiled() throws Exception {
        var orphan = new MetricDefinition(
                "orphan",
                "1.0.0",
                "Orphan",
                "Made of nothing that is there.",
                "throughput",
                "ratio",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Computation.Ratio("created", "nothing"),
                Additivity.NON_ADDITIVE,
                true,
                true,
                null,
                null,
                false);
        var all = new ArrayList<>(METRICS);
        all.add(orphan);
        attempt(new TrialRequest(List.of("orphan@1.0.0"), all))
                .statusCode(200)
                .body("faults", hasSize(1))
                .body("faults[0].metric", is("orphan@1.0.0"))
                .body("faults[0].message", not(containsString("Exception")));
    }

    @Test
    void isForAdministratorsOnly() throws Exception {
        byte[] body = Json.mapper().writeValueAsBytes(new TrialRequest(List.of(), List.of()));
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/internal/trial")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(TestTokens.analyst("acme"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/internal/trial")
                .then()
                .statusCode(403);
    }

    /** Without words: what is tried fits into one request. */
    private static MetricDefinition lean(MetricDefinition it) {
        return new MetricDefinition(
                it.name(),
                it.version(),
                "",
                "",
                it.category(),
                it.unit(),
                List.of(),
                List.of(),
                List.of(),
                it.parameters(),
                it.computation(),
                it.additivity(),
                it.listed(),
                it.active(),
                null,
                null,
                it.tested());
    }

    private static TrialRequest simple(String name, String template) {
        var metric = new MetricDefinition(
                name,
                "1.0.0",
                "Tried",
                "A metric that is tried.",
                "throughput",
                "points",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Computation.Simple(
                        "issue", template, null, "created", Aggregation.SUM, List.of(Aggregation.SUM), null),
                Additivity.ADDITIVE,
                true,
                true,
                null,
                null,
                false);
        return new TrialRequest(List.of(metric.id()), List.of(metric));
    }

    private static ValidatableResponse attempt(TrialRequest request) throws Exception {
        return given().auth()
                .oauth2(TestTokens.admin("acme"))
                .contentType(ContentType.JSON)
                .body(Json.mapper().writeValueAsBytes(request))
                .post("/internal/trial")
                .then();
    }
}
