package io.plumbline.catalog.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.plumbline.catalog.testing.Api;
import io.plumbline.catalog.testing.Query;
import io.plumbline.catalog.testing.QueryServer;
import io.plumbline.catalog.testing.Sample;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.plumbline.spec.Json;
import io.plumbline.spec.catalog.Catalog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tenant's settings on top of everybody's catalog, on a real database. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
@QuarkusTestResource(QueryServer.class)
class OverlayApiTest {
    private static final AtomicInteger TENANTS = new AtomicInteger();
    private static final String OVERLAY = """
            {"parameters": {"stuck_count": {"days": 10}}, "hidden": ["created"],
             "synonyms": {"velocity": ["oomph"], "board": ["crew"]}}""";

    private final String tenant = "overlay-" + TENANTS.incrementAndGet();

    @BeforeEach
    void letTrialsPass() {
        Query.setBack();
    }

    @Test
    void isEmptyAtFirst() {
        Api.get(tenant, "/analytics/overlay")
                .statusCode(200)
                .header("ETag", equalTo(Api.tag("somebody-else")))
                .body("data.parameters.size()", is(0))
                .body("data.hidden", empty())
                .body("data.set_aside", empty());
    }

    @Test
    void changesTheCatalogOfItsTenantAlone() {
        put(OVERLAY).statusCode(200).body("data.parameters.stuck_count.days", is(10));
        Api.get(tenant, "/analytics/metrics/stuck_count").body("data.parameters[0].default_value", is(10));
        Api.get(tenant, "/analytics/metrics").body("data.name", not(hasItem("created")));
        Api.get(tenant, "/analytics/metrics/created").statusCode(200).body("data.is_active", is(true));
        Api.get(tenant, "/analytics/metrics/search?q=oomph").body("data[0].name", is("velocity"));
        Api.get(tenant, "/analytics/dimensions").body("data.find { it.name == 'board' }.synonyms", hasItem("crew"));
        Api.get("somebody-else", "/analytics/metrics/stuck_count").body("data.parameters[0].default_value", is(7));
        Api.get("somebody-else", "/analytics/metrics").body("data.name", hasItem("created"));
        Api.get("somebody-else", "/analytics/overlay").body("data.hidden", empty());
    }

    @Test
    void isInTheCatalogThatOtherServicesRead() throws Exception {
        put(OVERLAY).statusCode(200);
        String body = RestAssured.given()
                .get("/internal/catalog?tenant=" + tenant)
                .then()
                .statusCode(200)
                .header("ETag", equalTo(Api.tag(tenant)))
                .extract()
                .asString();
        Catalog catalog = Json.mapper().readValue(body, Catalog.class);
        assertThat(catalog.metrics())
                .filteredOn(metric -> metric.name().equals("stuck_count"))
                .first()
                .satisfies(metric -> assertThat(metric.parameters().getFirst().defaultValue())
                        .isEqualTo(10));
        String product = Api.tag("somebody-else");
        RestAssured.given()
                .header("If-None-Match", Api.tag(tenant) + ", " + product)
                .get("/internal/catalog?tenant=" + tenant)
                .then()
                .statusCode(304)
                .header("ETag", Api.tag(tenant));
        RestAssured.given()
                .header("If-None-Match", product)
                .get("/internal/catalog?tenant=somebody-else")
                .then()
                .statusCode(304);
        RestAssured.given().get("/internal/catalog?tenant=No Slug").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"parameters": {"stuck_count": {"days": 0}}}      | /parameters/stuck_count/days | out_of_range  | from 1 to 365
            {"parameters": {"stuck_count": {"dayz": 9}}}      | /parameters/stuck_count/dayz | unknown_name  | Did you mean `days`
            {"parameters": {"stuk_count": {"days": 9}}}       | /parameters/stuk_count       | unknown_name  | Did you mean `stuck_count`
            {"hidden": ["velocty"]}                           | /hidden/0                    | unknown_name  | Did you mean `velocity`
            {"hidden": ["wip", "wip"]}                        | /hidden/1                    | duplicate     | stands here twice
            {"synonyms": {"velocity": ["stuck"]}}             | /synonyms/velocity/0         | word_is_taken | already leads to `stuck_count`
            {"synonyms": {"velocity": ["cycle time"]}}        | /synonyms/velocity/0         | word_is_taken | already leads to `cycle_time`
            {"synonyms": {"velocity": ["Oomph"]}}             | /synonyms/velocity/0         | wrong_form    | small letters
            {"synonyms": {"board": ["x1"], "wip": ["x1"]}}    | /synonyms/wip/0              | word_is_taken | already leads to `board`
            {"synonyms": {"colour": ["x1"]}}                  | /synonyms/colour             | unknown_name  | no such metric or dimension
            {"calendar": {"working_days": []}}                | /calendar/working_days       | too_short     | at least one working day
            {"calendar": {"working_days": ["mon", "tues"]}}   | /calendar/working_days/1     | unknown_name  | no such day of the week
            {"calendar": {"working_days": ["mon", "mon"]}}    | /calendar/working_days/1     | duplicate     | stands here twice
            {"calendar": {"holidays": ["2026-02-30"]}}        | /calendar/holidays/0         | wrong_form    | a day like 2026-12-25
            {"calendar": {"holidays": ["1066-10-14"]}}        | /calendar/holidays/0         | wrong_form    | from 1970-01-01 to 2199-12-31
            {"calendar": {"holidays": ["2026-01-01", "2026-01-01"]}} | /calendar/holidays/1  | duplicate     | stands here twice
            {"calendar": {"timezone": "Prague"}}              | /calendar/timezone           | unknown_name  | a name like `Europe/Prague`
            """)
    void namesWhatDoesNotFit(String overlay, String pointer, String code, String message) {
        put(overlay)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("invalid_overlay"))
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code))
                .body("errors[0].message", containsString(message));
    }

    @Test
    void setsTheWorkingCalendar() throws Exception {
        Api.get(tenant, "/analytics/overlay")
                .body("data.calendar.working_days", contains("mon", "tue", "wed", "thu", "fri"))
                .body("data.calendar.holidays", empty())
                .body("data.calendar.timezone", is("UTC"));
        put("{\"calendar\": {\"holidays\": [\"2026-12-25\"], \"timezone\": \"Europe/Prague\"}}")
                .statusCode(200)
                .body("data.calendar.working_days", contains("mon", "tue", "wed", "thu", "fri"))
                .body("data.calendar.holidays", contains("2026-12-25"));
        String body = RestAssured.given()
                .get("/internal/catalog?tenant=" + tenant)
                .then()
                .extract()
                .asString();
        assertThat(Json.mapper().readValue(body, Catalog.class).calendar().timezone())
                .isEqualTo(ZoneId.of("Europe/Prague"));
        Api.get("somebody-else", "/analytics/overlay").body("data.calendar.timezone", is("UTC"));
        put("{}").statusCode(200);
        assertThat(Api.tag(tenant)).isEqualTo(Api.tag("somebody-else"));
    }

    @Test
    void limitsTheHolidays() {
        String days = Stream.iterate(LocalDate.parse("2026-01-01"), day -> day.plusDays(1))
                .limit(2_001)
                .map(day -> "\"" + day + "\"")
                .collect(Collectors.joining(","));
        put("{\"calendar\": {\"holidays\": [" + days + "]}}")
                .statusCode(400)
                .body("errors.code", contains("too_long"))
                .body("errors.pointer", contains("/calendar/holidays"));
    }

    @Test
    void tellsAllFaultsAtOnce() {
        put("{\"parameters\": {\"stuck_count\": {\"days\": 999}}, \"hidden\": [\"nothing\"], \"synonyms\": {\"wip\": [\"stuck\"]}}")
                .statusCode(400)
                .body("errors.pointer", contains("/parameters/stuck_count/days", "/hidden/0", "/synonyms/wip/0"));
        put("{\"colour\": 1}").statusCode(400).body("code", is("malformed_json"));
        put("{\"parameters\": {\"stuck_count\": {\"days\": \"7\"}}}").statusCode(400);
        put("").statusCode(400);
        put("{\"synonyms\": {\"wip\": null}}").statusCode(400);
        put("{\"hidden\": [null]}").statusCode(400);
    }

    @Test
    void replacesTheFormerOneWhole() {
        put(OVERLAY).statusCode(200);
        put("{\"synonyms\": {\"wip\": [\"oomph\"]}}")
                .statusCode(200)
                .body("data.hidden", empty())
                .body("data.synonyms.wip", contains("oomph"));
        put("{}").statusCode(200);
        assertThat(Api.tag(tenant)).isEqualTo(Api.tag("somebody-else"));
    }

    @Test
    void locksOptimistically() {
        String tag = Api.tag(tenant);
        Api.admin(tenant).body(OVERLAY).put("/analytics/overlay").then().statusCode(428);
        put(OVERLAY).statusCode(200);
        Api.admin(tenant)
                .header("If-Match", tag)
                .body("{}")
                .put("/analytics/overlay")
                .then()
                .statusCode(412)
                .body("code", is("stale"));
    }

    @Test
    void saysWhatADryRunWouldDoAndDoesNothing() {
        String tag = Api.tag(tenant);
        Api.admin(tenant)
                .header("If-Match", tag)
                .queryParam("dry_run", "true")
                .body(OVERLAY)
                .put("/analytics/overlay")
                .then()
                .statusCode(200)
                .body("data.hidden", contains("created"));
        assertThat(Api.tag(tenant)).isEqualTo(tag);
    }

    @Test
    void takesTheTenantsOwnMetricsAndKeepsItsWordsFromLaterOnes() {
        Api.create(tenant, Sample.waiting("waiting")).statusCode(200);
        put("{\"parameters\": {\"waiting\": {\"days\": 14}}, \"synonyms\": {\"wip\": [\"queue\"]}}")
                .statusCode(200);
        Api.get(tenant, "/analytics/metrics/waiting").body("data.parameters[0].default_value", is(14));
        var other = Sample.urgent("other");
        other.putArray("synonyms").add("queue");
        Api.create(tenant, other)
                .statusCode(400)
                .body("errors.code", contains("conflicts_with_overlay"))
                .body("errors[0].message", containsString("\"queue\""));
    }

    @Test
    void isForAdministratorsToWrite() {
        for (String token : new String[] {TestTokens.viewer(tenant), TestTokens.analyst(tenant)}) {
            RestAssured.given()
                    .auth()
                    .oauth2(token)
                    .contentType(ContentType.JSON)
                    .header("If-Match", "*")
                    .body("{}")
                    .put("/analytics/overlay")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void isRemembered() {
        put(OVERLAY).statusCode(200);
        put("{}").statusCode(200);
        Api.get(tenant, "/analytics/overlay/history")
                .statusCode(200)
                .body("data.action", contains("overlaid", "overlaid"))
                .body("data[0].before.hidden", contains("created"))
                .body("data[0].after.hidden", empty());
        Api.get("somebody-else", "/analytics/overlay/history").body("data", empty());
    }

    private ValidatableResponse put(String overlay) {
        return Api.admin(tenant)
                .header("If-Match", Api.tag(tenant))
                .body(overlay)
                .put("/analytics/overlay")
                .then();
    }
}
