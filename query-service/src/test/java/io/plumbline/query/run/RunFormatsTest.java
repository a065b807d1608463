package io.plumbline.query.run;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.embedded.TestTokens;
import io.plumbline.query.testing.Activity;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.query.testing.ParquetRows;
import io.plumbline.query.testing.TableLock;
import io.plumbline.spec.Json;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same rows in each form, by the Accept header. */
@QuarkusTest
@WithTestResource(Neighbours.class)
class RunFormatsTest {
    private static final String SPEC = """
            {"measures": [{"name": "created"}, {"name": "cycle_time", "as": "cycle"}],
             "dimensions": ["project_key", {"field": "metric_time", "granularity": "month"}],
             "time": {"from": "2026-01-01", "to": "2026-03-01"}}
            """;
    /** More days than a page has rows. */
    private static final String MANY_ROWS = """
            {"measures": [{"name": "created"}], "dimensions": [{"field": "metric_time", "granularity": "day"}],
             "time": {"from": "2024-01-01", "to": "2026-03-01"}, "limit": 700}
            """;

    private static final String ARROW = "application/vnd.apache.arrow.stream";
    private static final String PARQUET = "application/vnd.apache.parquet";

    private static final String NO_ROWS = """
            {"measures": [{"name": "created"}], "dimensions": ["project_key"],
             "filters": [{"field": "project_key", "op": "=", "value": "NONE"}]}
            """;

    @Test
    void answersInJsonWithoutAWish() {
        run("*/*", SPEC).statusCode(200).contentType(ContentType.JSON).header("Vary", is("Accept"));
    }

    @Test
    void writesTheSameRowsAsLines() throws Exception {
        JsonNode json = tree(run("application/json", SPEC).extract().asString());
        List<JsonNode> lines =
                lines(run("application/x-ndjson", SPEC).statusCode(200).header("Vary", is("Accept")));
        assertThat(lines.getFirst().at("/meta/spec_hash")).isEqualTo(json.at("/meta/spec_hash"));
        assertThat(lines.getFirst().at("/meta/data_version").asInt()).isEqualTo(7);
        assertThat(lines.getFirst().at("/total").asInt()).isEqualTo(4);
        assertThat(lines.subList(1, 5).stream().map(line -> line.get("row")))
                .containsExactlyElementsOf(json.at("/data/results"));
        assertThat(lines.getLast().at("/end/rows").asInt()).isEqualTo(4);
        assertThat(lines.getLast().at("/end/result_hash")).isEqualTo(json.at("/meta/result_hash"));
    }

    @Test
    void tellsInEachLineWhyANumberIsMissing() throws Exception {
        JsonNode json = tree(run("application/json", SPEC).extract().asString());
        List<JsonNode> lines = lines(run("application/x-ndjson", SPEC));
        assertThat(json.at("/meta/emptiness")).isNotEmpty();
        for (JsonNode empty : json.at("/meta/emptiness")) {
            JsonNode line = lines.get(1 + empty.get("row").asInt());
            assertThat(line.at("/emptiness").get(empty.get("column").asText())).isEqualTo(empty.get("reason"));
        }
    }

    @Test
    void writesTheSameRowsAsCsv() throws Exception {
        ValidatableResponse answer = run("text/csv", SPEC)
                .statusCode(200)
                .header("Content-Type", is("text/csv;charset=UTF-8;header=present"))
                .header("Plumbline-Total", is("4"));
        JsonNode meta = tree(answer.extract().header("Plumbline-Meta"));
        assertThat(meta.at("/metrics_used/0").asText()).isEqualTo("created@1.0.0");
        assertThat(meta.at("/receipt").isNull()).isTrue();
        String[] rows = answer.extract().asString().split("\r\n", -1);
        assertThat(rows[0]).isEqualTo("project_key,metric_time,created,cycle");
        assertThat(rows).hasSize(6).contains("WEB,2026-01-01,0,");
        assertThat(rows[5]).isEmpty();
    }

    @Test
    void readsPageAfterPage() throws Exception {
        List<JsonNode> lines = lines(run("application/x-ndjson", MANY_ROWS).statusCode(200));
        assertThat(lines).hasSize(702);
        assertThat(lines.getFirst().at("/total").asInt()).isEqualTo(790);
        assertThat(lines.getLast().at("/end/rows").asInt()).isEqualTo(700);
        assertThat(lines.get(1).at("/row/metric_time").asText()).isEqualTo("2024-01-01");
        assertThat(lines.get(700).at("/row/metric_time").asText()).isEqualTo("2025-11-30");
        JsonNode json = tree(run("application/json", MANY_ROWS).extract().asString());
        assertThat(lines.getLast().at("/end/result_hash")).isEqualTo(json.at("/meta/result_hash"));
    }

    @Test
    void writesTheSameRowsAsArrow() throws Exception {
        JsonNode json = tree(run("application/json", MANY_ROWS).extract().asString());
        ValidatableResponse answer = run(ARROW, MANY_ROWS)
                .statusCode(200)
                .contentType(ARROW)
                .header("Plumbline-Total", is("790"))
                .header("Vary", is("Accept"));
        List<Long> created = new ArrayList<>();
        int batches = 0;
        try (RootAllocator memory = new RootAllocator();
                ArrowStreamReader reader =
                        new ArrowStreamReader(answer.extract().asInputStream(), memory)) {
            for (; reader.loadNextBatch(); batches++) {
                FieldVector vector = reader.getVectorSchemaRoot().getVector("created");
                for (int row = 0; row < vector.getValueCount(); row++) {
                    created.add((Long) vector.getObject(row));
                }
            }
            JsonNode meta = tree(
                    reader.getVectorSchemaRoot().getSchema().getCustomMetadata().get("plumbline.meta"));
            assertThat(meta.at("/spec_hash")).isEqualTo(json.at("/meta/spec_hash"));
        }
        assertThat(batches).isEqualTo(4);
        assertThat(created).isEqualTo(created(json));
    }

    @Test
    void writesTheSameRowsAsParquet(@TempDir Path folder) throws Exception {
        JsonNode json = tree(run("application/json", MANY_ROWS).extract().asString());
        ValidatableResponse answer =
                run(PARQUET, MANY_ROWS).statusCode(200).contentType(PARQUET).header("Plumbline-Total", is("790"));
        assertThat(tree(answer.extract().header("Plumbline-Meta")).at("/spec_hash"))
                .isEqualTo(json.at("/meta/spec_hash"));
        Path file = Files.write(folder.resolve("rows.parquet"), answer.extract().asByteArray());
        assertThat(ParquetRows.read(file.toFile()).stream()
                        .map(row -> (Long) row.get("created"))
                        .toList())
                .isEqualTo(created(json));
    }

    @Test
    void endsAnAnswerWithoutRows() throws Exception {
        List<JsonNode> lines = lines(run("application/x-ndjson", NO_ROWS).statusCode(200));
        JsonNode json = tree(run("application/json", NO_ROWS).extract().asString());
        assertThat(lines).hasSize(2);
        assertThat(lines.getLast().at("/end/result_hash")).isEqualTo(json.at("/meta/result_hash"));
        assertThat(run("text/csv", NO_ROWS).extract().asString()).isEqualTo("project_key,created\r\n");
    }

    @Test
    void refusesAnUnknownFormWithTheKnownOnes() {
        run("application/xml", SPEC)
                .statusCode(406)
                .contentType("application/problem+json")
                .header("Vary", is("Accept"))
                .body("code", is("not_acceptable"))
                .body(
                        "errors[0].allowed",
                        contains(
                                "application/json",
                                "application/x-ndjson",
                                "text/csv",
                                "application/vnd.apache.arrow.stream",
                                "application/vnd.apache.parquet"));
    }

    @Test
    void tellsAFaultOfTheSpecAsAProblemInEveryForm() {
        for (String form : List.of("application/x-ndjson", "text/csv", ARROW, PARQUET)) {
            run(form, "{\"measures\": [{\"name\": \"nonsense\"}]}")
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors[0].code", is("unknown_metric"));
        }
    }

    @Test
    void cancelsTheStatementOfACallerWhoIsGoneBeforeTheFirstRow() throws IOException {
        try (TableLock lock = TableLock.of("warehouse.issues")) {
            try (Socket caller = call()) {
                assertThat(caller.isConnected()).isTrue();
                Activity.await(running -> running.size() == 1);
            }
            Activity.await(List::isEmpty);
            assertThat(lock.isHeld()).isTrue();
        }
    }

    @Test
    void keepsNoConnectionAfterManyAnswers() {
        for (int i = 0; i < 40; i++) {
            run("text/csv", MANY_ROWS).statusCode(200);
        }
    }

    private static List<Long> created(JsonNode json) {
        List<Long> created = new ArrayList<>();
        json.at("/data/results").forEach(row -> created.add(row.get("created").asLong()));
        return created;
    }

    private static Socket call() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        String request = """
                POST /analytics/run HTTP/1.1\r
                Host: localhost\r
                Accept: text/csv\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s""".formatted(TestTokens.viewer("acme"), SPEC.length(), SPEC);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static ValidatableResponse run(String accept, String spec) {
        return given().auth()
                .oauth2(TestTokens.viewer("acme"))
                .header("Accept", accept)
                .contentType(ContentType.JSON)
                .body(spec)
                .when()
                .post("/analytics/run")
                .then();
    }

    private static List<JsonNode> lines(ValidatableResponse answer) throws JsonProcessingException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : answer.extract().asString().split("\n", 0)) {
            lines.add(tree(line));
        }
        return lines;
    }

    private static JsonNode tree(String text) throws JsonProcessingException {
        return Json.mapper().readTree(text);
    }
}
