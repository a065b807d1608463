package io.plumbline.query.run;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.plumbline.query.paging.Cursor;
import io.plumbline.query.testing.Control;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.query.testing.Warehouse;
import io.plumbline.spec.Json;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages joined are the whole; a page of anything else is refused. */
@QuarkusTest
@WithTestResource(value = Neighbours.class, initArgs = @ResourceArg(name = "check", value = "0.1S"))
class PagingTest {
    /** Most days have the same number, and the sort names only the number. */
    private static final String PAGED = """
            {"measures": [{"name": "created"}], "dimensions": [{"field": "metric_time", "granularity": "day"}, "project_key"],
             "time": {"from": "2025-12-20", "to": "2026-02-10"}, "sort": [{"field": "created", "dir": "desc"}], "limit": 25}
            """;

    private static final String WHOLE = PAGED.replace("\"limit\": 25", "\"limit\": 1000");

    @Test
    void joinsToTheWhole() throws Exception {
        JsonNode whole = json(run("acme", WHOLE, null));
        assertThat(whole.at("/meta/next_cursor").isNull()).isTrue();
        assertThat(pages()).containsExactlyElementsOf(whole.at("/data/results"));
    }

    @Test
    void joinsToTheWholeAsLines() throws Exception {
        JsonNode whole = json(run("acme", WHOLE, null));
        List<JsonNode> rows = new ArrayList<>();
        String cursor = null;
        do {
            List<JsonNode> lines = new ArrayList<>();
            String text =
                    run("acme", PAGED, cursor, "application/x-ndjson").extract().asString();
            for (String line : text.split("\n", 0)) {
                lines.add(Json.mapper().readTree(line));
            }
            assertThat(lines.getFirst().get("total")).isEqualTo(whole.at("/data/total"));
            lines.subList(1, lines.size() - 1).forEach(line -> rows.add(line.get("row")));
            cursor = lines.getFirst().at("/meta/next_cursor").textValue();
        } while (cursor != null);
        assertThat(rows).containsExactlyElementsOf(whole.at("/data/results"));
    }

    @Test
    void tellsTheSameTotalAndPresentOnEachPage() throws Exception {
        JsonNode first = json(run("acme", PAGED, null));
        JsonNode second = json(run("acme", PAGED, cursorOf(first)));
        assertThat(second.at("/data/total")).isEqualTo(first.at("/data/total"));
        assertThat(second.at("/meta/evaluated_at")).isEqualTo(first.at("/meta/evaluated_at"));
        assertThat(first.at("/meta/receipt").isNull()).isFalse();
        assertThat(second.at("/meta/receipt").isNull()).isTrue();
        assertThat(second.at("/meta/warnings").toString()).contains("This page has no receipt");
    }

    @Test
    void namesNoNextPageWhereTheLastRowIsShown() {
        run("acme", "{\"measures\": [{\"name\": \"created\"}], \"limit\": 1}", null)
                .statusCode(200)
                .body("meta.next_cursor", nullValue());
    }

    @Test
    void refusesAPageOfOtherData() throws Exception {
        String cursor = cursorOf(json(run("acme", PAGED, null)));
        setDataVersion(8);
        try {
            for (String form : List.of("application/json", "application/x-ndjson", "text/csv")) {
                run("acme", PAGED, cursor, form)
                        .statusCode(409)
                        .contentType("application/problem+json")
                        .body("code", is("stale_cursor"))
                        .body("detail", containsString("send the spec without `cursor`"));
            }
        } finally {
            setDataVersion(7);
        }
        run("acme", PAGED, cursor).statusCode(200);
    }

    @Test
    void refusesAPageOfOtherDefinitions() throws Exception {
        String cursor = cursorOf(json(run("acme", PAGED, null)));
        Control.act("catalog/redefine");
        try {
            awaitStatus(409, cursor);
            run("acme", PAGED, cursor)
                    .statusCode(409)
                    .body("code", is("stale_cursor"))
                    .body("detail", containsString("metric definitions"));
        } finally {
            Control.act("catalog/restore");
            awaitStatus(200, cursor);
        }
    }

    @Test
    void refusesTheCursorOfAnotherSpec() throws Exception {
        String cursor = cursorOf(json(run("acme", PAGED, null)));
        run("acme", PAGED.replace("desc", "asc"), cursor)
                .statusCode(400)
                .body("errors[0].pointer", is("/cursor"))
                .body("errors[0].code", is("wrong_cursor"));
    }

    @Test
    void refusesTheCursorOfAnotherTenant() throws Exception {
        String cursor = cursorOf(json(run("acme", PAGED, null)));
        run("umbrella", PAGED, cursor).statusCode(400).body("errors[0].code", is("wrong_cursor"));
    }

    @Test
    void refusesWhatIsNoCursor() {
        run("acme", PAGED, "25").statusCode(400).body("errors[0].code", is("unknown_cursor"));
    }

    @Test
    void refusesAPageOfYesterday() throws Exception {
        Cursor cursor = Cursor.parse(cursorOf(json(run("acme", PAGED, null)))).orElseThrow();
        Instant before = cursor.evaluatedAt().minus(Duration.ofHours(25));
        String old = new Cursor(
                        25, cursor.specHash(), cursor.tenant(), cursor.dataVersion(), cursor.catalogVersion(), before)
                .text();
        run("acme", PAGED, old).statusCode(409).body("code", is("stale_cursor"));
    }

    private static void awaitStatus(int status, String cursor) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (run("acme", PAGED, cursor).extract().statusCode() != status) {
            assertThat(Instant.now()).isBefore(end);
        }
    }

    private static List<JsonNode> pages() throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        String cursor = null;
        do {
            JsonNode page = json(run("acme", PAGED, cursor));
            assertThat(page.at("/data/results").size()).isBetween(1, 25);
            page.at("/data/results").forEach(rows::add);
            cursor = cursorOf(page);
        } while (cursor != null);
        return rows;
    }

    private static String cursorOf(JsonNode answer) {
        return answer.at("/meta/next_cursor").textValue();
    }

    private static void setDataVersion(int version) {
        Warehouse.execute(
                EmbeddedServers.postgres(),
                "UPDATE warehouse.tenants SET data_version = %d WHERE tenant_id = 'acme'".formatted(version));
    }

    private static JsonNode json(ValidatableResponse answer) throws Exception {
        return Json.mapper().readTree(answer.statusCode(200).extract().asString());
    }

    private static ValidatableResponse run(String tenant, String spec, String cursor) {
        return run(tenant, spec, cursor, "application/json");
    }

    private static ValidatableResponse run(String tenant, String spec, String cursor, String form) {
        RequestSpecification call = given().auth()
                .oauth2(TestTokens.viewer(tenant))
                .header("Accept", form)
                .contentType(ContentType.JSON)
                .body(spec);
        if (cursor != null) {
            call.queryParam("cursor", cursor);
        }
        return call.when().post("/analytics/run").then();
    }
}
