package io.plumbline.translator.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.embedded.TestTokens;
import io.plumbline.spec.Json;
import io.plumbline.spec.read.ReadResult;
import io.plumbline.spec.read.SpecReader;
import io.plumbline.translator.testing.Call;
import io.plumbline.translator.testing.Neighbours;
import io.plumbline.translator.testing.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Neighbours.class)
class AskTest {
    private static final String PATH = "/analytics/ask";
    private final String token = TestTokens.analyst("t" + UUID.randomUUID());

    @BeforeEach
    void reset() {
        Wire.reset();
    }

    private ValidatableResponse ask(String question) {
        return Call.question(PATH, token, question);
    }

    @Test
    void runsTheSpecAndGivesRowsMetaAndAChart() {
        ask("velocity by project")
                .statusCode(200)
                .body("success", is(true))
                .body("data.spec.dimensions[0]", is("project_key"))
                .body("data.interpretation", containsString("Velocity"))
                .body("data.confidence", is(1.0f))
                .body("data.translator", is("offline"))
                .body("data.results[0].velocity", is(21.5f))
                .body("data.results[1].velocity", is(13))
                .body("data.total", is(2))
                .body("data.query_time_ms", is(4.2f))
                .body("data.cached", is(false))
                .body("data.chart.mark.type", is("bar"))
                .body("data.chart.data.values[1].project_key", is("WEB"))
                .body("meta.spec_hash", is("abc"))
                .body("meta.metrics_used[0]", is("velocity@1.0.0"))
                .body("meta", hasKey("data_as_of"));
    }

    @Test
    void leavesItToTheCallerWhatTheRowsMayTakeOfTheCache() {
        ask("velocity by project").statusCode(200);
        assertThat(Wire.calls("/analytics/run").getLast().get("query").asText()).isEmpty();
        Call.question(PATH + "?cache=stale_ok", token, "velocity by project").statusCode(200);
        assertThat(Wire.calls("/analytics/run").getLast().get("query").asText()).isEqualTo("cache=stale_ok");
    }

    @Test
    void runsWithTheCallersTokenTheVerySpecItShows() throws JsonProcessingException {
        var shown = ask("closed stories in PAY last month")
                .statusCode(200)
                .extract()
                .<Object>path("data.spec");
        var call = Wire.calls("/analytics/run").getFirst();
        assertThat(call.get("method").asText()).isEqualTo("POST");
        assertThat(call.get("authorization").asText()).isEqualTo("Bearer " + token);
        assertThat(call.get("content_type").asText()).startsWith("application/json");
        var sent = call.get("body").asText();
        assertThat(Json.mapper().readTree(sent)).isEqualTo(Json.mapper().valueToTree(shown));
        assertThat(SpecReader.interactive().read(sent)).isInstanceOf(ReadResult.Valid.class);
    }

    @Test
    void leavesTheChartOutWhereItIsNotWanted() {
        Call.body(PATH, token, "{\"question\": \"velocity\", \"chart\": false}")
                .statusCode(200)
                .body("data.results", notNullValue())
                .body("data.chart", nullValue());
    }

    @Test
    void runsNothingForAQuestionWithoutAnAnswer() {
        ask("what is the weather").statusCode(422).body("code", is("cannot_answer"));
        assertThat(Wire.calls("/analytics/run")).isEmpty();
    }

    @Test
    void passesOnTheProblemsOfQueryService() {
        Wire.answer(
                "/analytics/run",
                504,
                "{\"code\": \"timeout\", \"title\": \"The answer took too long.\", \"detail\": \"Ask for less.\"}");
        ask("velocity").statusCode(504).body("code", is("timeout")).body("detail", is("Ask for less."));
        Wire.answer("/analytics/run", 403, "{\"code\": \"forbidden\", \"title\": \"No.\"}");
        ask("velocity").statusCode(403).body("code", is("forbidden"));
    }

    @Test
    void tellsThatTheDataIsAwayOrTooSlow() {
        Wire.answer("/analytics/run", 502, "");
        ask("velocity").statusCode(503).body("code", is("unavailable"));
        Wire.answerAfter(3000, "/analytics/run", 200, "{}");
        ask("velocity").statusCode(504).body("code", is("timeout"));
    }

    @Test
    void refusesAnEmptyBodyAndAWrongChart() {
        Call.body(PATH, token, "null").statusCode(400);
        Call.body(PATH, token, "{\"question\": \"velocity\", \"chart\": \"pie\"}")
                .statusCode(400)
                .body("errors[0].pointer", is("/chart"));
    }
}
