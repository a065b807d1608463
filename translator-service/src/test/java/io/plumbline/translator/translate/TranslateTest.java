package io.plumbline.translator.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.plumbline.embedded.TestTokens;
import io.plumbline.translator.testing.Call;
import io.plumbline.translator.testing.Neighbours;
import io.plumbline.translator.testing.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Neighbours.class)
class TranslateTest {
    private static final String PATH = "/analytics/translate";
    /** A tenant of its own for each test, because values are kept for a while. */
    private final String tenant = "t" + UUID.randomUUID();

    private final String token = TestTokens.viewer(tenant);

    @BeforeEach
    void reset() {
        Wire.reset();
    }

    private ValidatableResponse ask(String question) {
        return Call.question(PATH, token, question);
    }

    @Test
    void givesTheSpecAndWhatItCounts() {
        ask("closed issues by assignee in PAY last month")
                .statusCode(200)
                .body("success", is(true))
                .body("data.spec.measures.name", contains("closed"))
                .body("data.spec.dimensions", contains("assignee"))
                .body("data.spec.filters[0].value", is("PAY"))
                .body("data.spec.time.from", is("2026-06-01"))
                .body("data.spec.time.to", is("2026-07-01"))
                .body("data.interpretation", containsString("from 1 June 2026 to 30 June 2026"))
                .body("data.confidence", is(1.0f))
                .body("data.translator", is("offline"));
        assertThat(Wire.calls("/analytics/run")).isEmpty();
    }

    @Test
    void readsTheValuesWithTheCallersTokenAndKeepsThem() {
        ask("velocity in PAY").statusCode(200);
        ask("velocity in WEB").statusCode(200);
        assertThat(Wire.calls("/analytics/values")).singleElement().satisfies(call -> {
            assertThat(call.get("method").asText()).isEqualTo("GET");
            assertThat(call.get("authorization").asText()).isEqualTo("Bearer " + token);
        });
    }

    @Test
    void keepsTheValuesOfTenantsApart() {
        ask("velocity in PAY").statusCode(200);
        Wire.answer("/analytics/values", 200, "{\"data\": {\"values\": {\"project_key\": [\"XYZ\"]}}}");
        var other = TestTokens.viewer("u" + UUID.randomUUID());
        Call.question(PATH, other, "velocity in project XYZ").statusCode(200);
        Call.question(PATH, other, "velocity in project PAY").statusCode(422).body("detail", containsString("XYZ"));
    }

    @Test
    void refusesWithTheReasonAndTheNearestMetrics() {
        ask("velocity by assignee")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", is("cannot_answer"))
                .body("type", is("https://plumbline.dev/problems/cannot_answer"))
                .body("status", is(422))
                .body("detail", containsString("can't be split or filtered by assignee"))
                .body("nearest_metrics", hasItem("closed"))
                .body("traceId", notNullValue());
    }

    @Test
    void readsRelativeWordsInTheTimezone() {
        var body =
                "{\"question\": \"closed yesterday\", \"now\": \"2026-07-15T22:30:00Z\", \"timezone\": \"Europe/Prague\"}";
        Call.body(PATH, token, body)
                .statusCode(200)
                .body("data.spec.time.from", is("2026-07-15"))
                .body("data.spec.time.timezone", is("Europe/Prague"));
    }

    @Test
    void takesThePresentWhereNoInstantIsGiven() {
        Call.body(PATH, token, "{\"question\": \"closed today\"}")
                .statusCode(200)
                .body("data.spec.time.from", notNullValue())
                .body("data.spec.time.timezone", nullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /question | missing",
                "{\"question\": \" \"} | /question | missing",
                "{\"question\": \"a\\u0000b\"} | /question | control_character",
                "{\"question\": \"a\\nb\"} | /question | control_character",
                "{\"question\": \"velocity\", \"timezone\": \"Europe/Prag\"} | /timezone | unknown_value",
                "{\"question\": \"velocity\", \"now\": \"1700-01-01T00:00:00Z\"} | /now | out_of_range",
                "{\"question\": \"velocity\", \"now\": \"+99999-01-01T00:00:00Z\"} | /now | out_of_range"
            })
    void namesEachFaultyMember(String body, String pointer, String code) {
        Call.body(PATH, token, body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("invalid_request"))
                .body("errors[0].pointer", is(pointer))
                .body("errors[0].code", is(code));
    }

    @Test
    void reportsAllFaultsAtOnceAndSuggestsTheTimezone() {
        Call.body(PATH, token, "{\"question\": \"\", \"timezone\": \"Europe/Prage\"}")
                .statusCode(400)
                .body("errors", hasSize(2))
                .body("errors[1].suggestion", is("Europe/Prague"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"question\": ",
                "[]",
                "null",
                "{\"question\": 5}",
                "{\"question\": \"velocity\", \"sql\": \"select 1\"}",
                "{\"question\": \"velocity\", \"now\": \"yesterday\"}",
                "{\"question\": \"velocity\", \"question\": \"wip\"}"
            })
    void refusesBodiesThatAreNoQuestion(String body) {
        Call.body(PATH, token, body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", not(containsString("io.plumbline")));
    }

    @Test
    void bindsTheLengthOfAQuestion() {
        var longest = "velocity " + "x".repeat(1991);
        ask(longest).statusCode(200);
        ask(longest + "x").statusCode(400).body("errors[0].code", is("too_long"));
    }

    @Test
    void answersTextThatLooksLikeSqlWithARefusal() {
        ask("'; DROP TABLE issues; --").statusCode(422);
        ask("closed issues by Ana' OR '1'='1").statusCode(422).body("detail", not(containsString("SQL")));
    }

    @Test
    void tellsThatTheDataIsAwayAndRecovers() {
        Wire.answer("/analytics/values", 500, "");
        ask("velocity").statusCode(503).header("Retry-After", "5").body("code", is("unavailable"));
        Wire.reset();
        ask("velocity").statusCode(200);
    }

    @Test
    void givesUpOnValuesThatDoNotCome() {
        Wire.answerAfter(3000, "/analytics/values", 200, "{}");
        ask("velocity").statusCode(504).body("code", is("timeout"));
    }

    @Test
    void treatsNonsenseOfTheNeighbourAsItsAbsence() {
        Wire.answer("/analytics/values", 200, "<html>");
        ask("velocity").statusCode(503);
        Wire.answer("/analytics/values", 502, "bad gateway");
        ask("velocity").statusCode(503);
    }
}
