package io.plumbline.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.plumbline.catalog.definition.CatalogFiles;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.plumbline.spec.Json;
import io.plumbline.spec.catalog.Catalog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class CatalogApiTest {
    private static final String VERSION = CatalogFiles.load().version();

    @Test
    void listsTheMetrics() {
        get("/analytics/metrics")
                .statusCode(200)
                .header("ETag", "\"" + VERSION + "\"")
                .body("success", is(true))
                .body("meta.catalog_version", equalTo(VERSION))
                .body("data", hasSize(36))
                .body("data.name", hasItems("velocity", "sprint_problematic_score"))
                .body("data.name", not(hasItem("issues_entered_done")))
                .body("data.is_active", everyItem(is(true)));
    }

    @Test
    void filtersTheMetrics() {
        get("/analytics/metrics?category=capacity")
                .statusCode(200)
                .body("data.name", contains("blocked_hours", "stuck_count", "wip", "wip_age", "wip_no_assignee"));
        get("/analytics/metrics?tag=bugs").body("data.name", contains("bug_age", "bug_count", "escaped_defects"));
        get("/analytics/metrics?tag=nothing").statusCode(200).body("data", empty());
        get("/analytics/metrics?active=false").statusCode(200).body("data", empty());
    }

    @Test
    void refusesFiltersThatMeanNothing() {
        get("/analytics/metrics?category=capcity&active=maybe")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid_request"))
                .body("errors.pointer", contains("/category", "/active"))
                .body("errors[0].suggestion", equalTo("capacity"))
                .body("errors[0].allowed", hasItems("throughput", "lead_time", "quality"))
                .body("errors[1].allowed", contains("true", "false"));
    }

    @Test
    void givesOneMetricInFull() {
        get("/analytics/metrics/stuck_count")
                .statusCode(200)
                .body("data.display_name", equalTo("Stuck issues"))
                .body("data.type", equalTo("snapshot"))
                .body("data.aggregation", equalTo("last"))
                .body("data.aggregations", contains("last", "avg", "max"))
                .body("data.parameters[0].name", equalTo("days"))
                .body("data.parameters[0].default_value", equalTo(7))
                .body("data.sql_template", containsString("snapshot_at - days(:days)"))
                .body("data.is_active", is(true))
                .body("data.tested", is(true))
                .body("data", not(hasKey("weights")))
                .body("meta.catalog_version", equalTo(VERSION));
    }

    @Test
    void givesTheVersionAskedFor() {
        get("/analytics/metrics/sprint_problematic_score").body("data.version", equalTo("2.0.0"));
        get("/analytics/metrics/sprint_problematic_score@1")
                .body("data.version", equalTo("1.0.0"))
                .body("data.weights.spillover_ratio", equalTo(0.25f))
                .body("data.dependencies", hasItems("spillover_ratio", "sprint_bugs_added"))
                .body("data.computation.baseline.kind", equalTo("instance"));
        get("/analytics/metrics/sprint_problematic_score/versions").body("data.version", contains("2.0.0", "1.0.0"));
    }

    @Test
    void givesABuildingBlockByName() {
        get("/analytics/metrics/issues_entered_done").statusCode(200).body("data.type", equalTo("simple"));
    }

    @Test
    void namesTheNearestMetrics() {
        get("/analytics/metrics/velocty")
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not_found"))
                .body("detail", containsString("Nearest: velocity"))
                .body("errors[0].code", equalTo("unknown_metric"))
                .body("errors[0].suggestion", equalTo("velocity"));
        get("/analytics/metrics/velocty/versions").statusCode(404).body("errors[0].suggestion", equalTo("velocity"));
        get("/analytics/metrics/velocity@9")
                .statusCode(404)
                .body("errors[0].code", equalTo("unknown_version"))
                .body("detail", containsString("/analytics/metrics/velocity/versions"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a'; drop table catalog.metrics_catalog; --", "%00", "../../etc/passwd", "$(x)", "🙂"})
    void refusesHostileNames(String name) {
        bearer().pathParam("name", name)
                .get("/analytics/metrics/{name}")
                .then()
                .statusCode(404)
                .body("traceId", notNullValue());
    }

    @Test
    void refusesALongName() {
        get("/analytics/metrics/" + "a".repeat(3000)).statusCode(404).body("errors[0].allowed", is((Object) null));
    }

    @Test
    void searchesMetrics() {
        get("/analytics/metrics/search?q=carry over")
                .statusCode(200)
                .body("data[0].name", equalTo("spillover_ratio"))
                .body("data[0].display_name", equalTo("Spillover ratio"))
                .body("data[0].score", notNullValue());
        get("/analytics/metrics/search?q=velocty").body("data[0].name", equalTo("velocity"));
        get("/analytics/metrics/search?q=sprint&limit=2").body("data", hasSize(2));
        get("/analytics/metrics/search?q=weather").statusCode(200).body("data", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "/analytics/metrics/search, /q, required",
        "/analytics/metrics/search?q=%20, /q, required",
        "/analytics/metrics/search?q=x&limit=0, /limit, out_of_range",
        "/analytics/metrics/search?q=x&limit=51, /limit, out_of_range",
        "/analytics/metrics/search?q=x&limit=ten, /limit, out_of_range",
        "/analytics/metrics/search?q=x&limit=9999999999, /limit, out_of_range",
    })
    void refusesASearchThatCannotBe(String path, String pointer, String code) {
        bearer().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void refusesALongSearch() {
        get("/analytics/metrics/search?q=" + "a".repeat(201))
                .statusCode(400)
                .body("errors[0].code", equalTo("too_long"));
    }

    @Test
    void listsTheDimensions() {
        get("/analytics/dimensions")
                .statusCode(200)
                .header("ETag", "\"" + VERSION + "\"")
                .body("data", hasSize(21))
                .body("data.name", hasItems("project_key", "metric_time", "assignee"))
                .body("data.find { it.name == 'sprint_state' }.values", contains("future", "active", "closed"))
                .body("data.find { it.name == 'assignee' }.per_sprint", is(false));
    }

    @Test
    void givesTheWholeCatalogToOtherServicesWithoutAToken() throws Exception {
        String body = given().get("/internal/catalog")
                .then()
                .statusCode(200)
                .header("ETag", "\"" + VERSION + "\"")
                .extract()
                .asString();
        assertThat(Json.mapper().readValue(body, Catalog.class)).isEqualTo(CatalogFiles.load());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/analytics/metrics", "/analytics/dimensions", "/internal/catalog"})
    void answersNotModifiedToWhoHasTheVersion(String path) {
        String tag = "\"" + VERSION + "\"";
        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            bearer().header("If-None-Match", known)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag)
                    .body(is(""));
        }
        bearer().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/analytics/metrics",
                "/analytics/metrics/velocity",
                "/analytics/metrics/velocity/versions",
                "/analytics/metrics/search?q=velocity",
                "/analytics/dimensions"
            })
    void refusesCallersWithoutAGoodTokenAndRole(String path) {
        given().get(path).then().statusCode(401).body("code", equalTo("unauthorized"));
        given().auth().oauth2(TestTokens.withoutRole("acme")).get(path).then().statusCode(403);
        given().auth().oauth2(TestTokens.viewer("acme")).get(path).then().statusCode(200);
        given().auth().oauth2(TestTokens.admin("globex")).get(path).then().statusCode(200);
    }

    static List<String> badTokens() {
        return List.of(
                TestTokens.expired("acme"),
                TestTokens.foreignIssuer("acme"),
                TestTokens.wrongAudience("acme"),
                TestTokens.foreignKey("acme"),
                TestTokens.withoutTenant(),
                TestTokens.analyst("Not A Slug"),
                "nonsense");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void refusesTokensThatAreNotForUs(String token) {
        given().auth()
                .oauth2(token)
                .get("/analytics/metrics")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("unauthorized"));
    }

    private static ValidatableResponse get(String path) {
        return bearer().get(path).then();
    }

    private static RequestSpecification bearer() {
        return given().auth().oauth2(TestTokens.viewer("acme"));
    }
}
