package io.plumbline.query.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.plumbline.embedded.TestTokens;
import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Neighbours.class)
class BadInputTest {
    private static final String PROBLEM = "application/problem+json";
    private static final String MEASURE = "{\"name\": \"created\"}";

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("nothing", ""),
                Arguments.of("a blank", "  "),
                Arguments.of("half an object", "{\"measures\": ["),
                Arguments.of("a second document", spec(MEASURE, "") + "{}"),
                Arguments.of("a comment", "/* hi */" + spec(MEASURE, "")),
                Arguments.of("single quotes", "{'measures': []}"),
                Arguments.of("a duplicate member", "{\"limit\": 1, \"limit\": 2, \"measures\": [" + MEASURE + "]}"),
                Arguments.of("no UTF-8", "{\"measures\": \"\u00ff\u00fe"),
                Arguments.of("deep nesting", "[".repeat(2_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void refusesABodyThatIsNoJson(String kind, String body) {
        refused(Call.run("acme", body)).body("errors", is(not(empty())));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("no object", "[]", ""),
                Arguments.of("null", "null", ""),
                Arguments.of("no measures", "{}", "/measures"),
                Arguments.of("an unknown member", spec(MEASURE, ", \"limits\": 5"), "/limits"),
                Arguments.of(
                        "an unknown member of a measure",
                        spec("{\"name\": \"created\", \"aggr\": \"sum\"}", ""),
                        "/measures/0/aggr"),
                Arguments.of("a number for a text", spec("{\"name\": 5}", ""), "/measures/0/name"),
                Arguments.of("a text for a number", spec(MEASURE, ", \"limit\": \"7\""), "/limit"),
                Arguments.of("a fraction for a whole number", spec(MEASURE, ", \"limit\": 1.9"), "/limit"),
                Arguments.of("a limit of nothing", spec(MEASURE, ", \"limit\": 0"), "/limit"),
                Arguments.of("a limit above the most", spec(MEASURE, ", \"limit\": 1001"), "/limit"),
                Arguments.of("another datasource", spec(MEASURE, ", \"datasource\": \"lake\""), "/datasource"),
                Arguments.of(
                        "too many measures",
                        spec(repeated(11, i -> "{\"name\": \"created\", \"as\": \"m" + i + "\"}"), ""),
                        "/measures"),
                Arguments.of(
                        "too many dimensions",
                        spec(
                                MEASURE,
                                ", \"dimensions\": [\"project_key\", \"board\", \"status\", \"priority\", \"label\", \"assignee\"]"),
                        "/dimensions"),
                Arguments.of(
                        "too many filters",
                        spec(
                                MEASURE,
                                ", \"filters\": [" + repeated(21, i -> filter("priority", "=", "\"" + i + "\"")) + "]"),
                        "/filters"),
                Arguments.of("the same column twice", spec(MEASURE + ", " + MEASURE, ""), "/measures/1"),
                Arguments.of(
                        "an unknown aggregation",
                        spec("{\"name\": \"velocity\", \"agg\": \"mean\"}", ""),
                        "/measures/0/agg"),
                Arguments.of(
                        "an aggregation that the metric has not",
                        spec("{\"name\": \"created\", \"agg\": \"p90\"}", ""),
                        "/measures/0/agg"),
                Arguments.of("an unknown metric", spec("{\"name\": \"velocty\"}", ""), "/measures/0/name"),
                Arguments.of("an unknown version", spec("{\"name\": \"velocity@9\"}", ""), "/measures/0/name"),
                Arguments.of(
                        "an unknown parameter",
                        spec("{\"name\": \"stuck_count\", \"params\": {\"hours\": 3}}", ""),
                        "/measures/0/params"),
                Arguments.of(
                        "a parameter out of bounds",
                        spec("{\"name\": \"stuck_count\", \"params\": {\"days\": 0}}", ""),
                        "/measures/0/params/days"),
                Arguments.of(
                        "an unknown dimension", spec(MEASURE, ", \"dimensions\": [\"projekt_key\"]"), "/dimensions/0"),
                Arguments.of(
                        "a dimension out of a measure's reach",
                        spec("{\"name\": \"velocity\"}", ", \"dimensions\": [\"issue_type\"]"),
                        "/dimensions/0"),
                Arguments.of(
                        "a filter out of a measure's reach",
                        spec(
                                "{\"name\": \"velocity\"}",
                                ", \"filters\": [" + filter("issue_type", "=", "\"Bug\"") + "]"),
                        "/filters/0"),
                Arguments.of(
                        "an unknown operator",
                        spec(MEASURE, ", \"filters\": [" + filter("priority", "~", "\"High\"") + "]"),
                        "/filters/0/op"),
                Arguments.of(
                        "a value of the wrong type",
                        spec(MEASURE, ", \"filters\": [" + filter("is_subtask", "=", "\"yes\"") + "]"),
                        "/filters/0/value"),
                Arguments.of(
                        "a value outside a closed set",
                        spec(MEASURE, ", \"filters\": [" + filter("status_category", "=", "\"doing\"") + "]"),
                        "/filters/0/value"),
                Arguments.of(
                        "a list for one value",
                        spec(MEASURE, ", \"filters\": [" + filter("priority", "=", "[\"High\"]") + "]"),
                        "/filters/0/value"),
                Arguments.of(
                        "between with one bound",
                        spec(MEASURE, ", \"filters\": [" + filter("created_at", "between", "[\"2026-01-01\"]") + "]"),
                        "/filters/0/value"),
                Arguments.of(
                        "no value",
                        spec(MEASURE, ", \"filters\": [{\"field\": \"priority\", \"op\": \"=\"}]"),
                        "/filters/0"),
                Arguments.of(
                        "a NUL in a value",
                        spec(MEASURE, ", \"filters\": [" + filter("priority", "=", "\"a\\u0000b\"") + "]"),
                        "/filters/0/value"),
                Arguments.of("a NUL in a name", spec("{\"name\": \"crea\\u0000ted\"}", ""), "/measures/0/name"),
                Arguments.of(
                        "an end before the start",
                        spec(MEASURE, ", \"time\": {\"from\": \"2026-02-01\", \"to\": \"2026-01-01\"}"),
                        "/time"),
                Arguments.of("no such day", spec(MEASURE, ", \"time\": {\"from\": \"2026-02-30\"}"), "/time/from"),
                Arguments.of("a relative day", spec(MEASURE, ", \"time\": {\"from\": \"yesterday\"}"), "/time/from"),
                Arguments.of(
                        "an unknown zone",
                        spec(MEASURE, ", \"time\": {\"timezone\": \"Mars/Olympus\"}"),
                        "/time/timezone"),
                Arguments.of(
                        "a comparison without a range",
                        spec(MEASURE, ", \"time\": {\"compare\": \"previous_year\"}"),
                        "/time"),
                Arguments.of(
                        "an unknown granularity",
                        spec(
                                MEASURE,
                                ", \"dimensions\": [{\"field\": \"metric_time\", \"granularity\": \"fortnight\"}]"),
                        "/dimensions/0/granularity"),
                Arguments.of(
                        "a sort by no column", spec(MEASURE, ", \"sort\": [{\"field\": \"closed\"}]"), "/sort/0/field"),
                Arguments.of(
                        "an unknown direction",
                        spec(MEASURE, ", \"sort\": [{\"field\": \"created\", \"dir\": \"up\"}]"),
                        "/sort/0/dir"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void refusesASpecAndNamesThePlace(String kind, String body, String pointer) {
        for (ValidatableResponse answer :
                new ValidatableResponse[] {Call.run("acme", body), Call.explain("acme", body)}) {
            refused(answer)
                    .body("errors.pointer", hasItem(Matchers.startsWith(pointer)))
                    .body("errors.code", everyItem(not(Matchers.blankString())))
                    .body("errors.message", everyItem(not(Matchers.blankString())));
        }
    }

    @Test
    void tellsEveryFaultAtOnce() {
        refused(Call.run("acme", """
                {"measures": [{"name": "velocty"}, {"name": "creatd"}], "dimensions": ["projct_key"],
                 "filters": [{"field": "pririty", "op": "=", "value": "High"}]}
                """))
                .body("code", is("invalid_spec"))
                .body("errors.suggestion", containsInAnyOrder("velocity", "created", "project_key", "priority"));
    }

    @Test
    void suggestsTheNearestMember() {
        refused(Call.run("acme", spec(MEASURE, ", \"dimension\": []")))
                .body("errors[0].pointer", is("/dimension"))
                .body("errors[0].suggestion", is("dimensions"));
    }

    @Test
    void saysWhyAMeasureCannotReachAFilter() {
        refused(Call.run(
                        "acme",
                        spec(
                                "{\"name\": \"velocity\"}",
                                ", \"filters\": [" + filter("assignee", "=", "\"Ana\"") + "]")))
                .body("errors[0].message", containsString("velocity"));
    }

    @ParameterizedTest
    @ValueSource(ints = {70_000, 1_000_000})
    void refusesALongBody(int length) {
        Call.run(
                        "acme",
                        spec(
                                MEASURE,
                                ", \"filters\": [" + filter("priority", "=", "\"" + "x".repeat(length) + "\"") + "]"))
                .statusCode(413)
                .contentType(PROBLEM)
                .body("code", is("payload_too_large"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/analytics/run", "/analytics/explain"})
    void refusesALongBodyOfUnknownLength(String path) throws Exception {
        byte[] body = spec(MEASURE, " ".repeat(200_000)).getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + TestTokens.viewer("acme"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).contains(PROBLEM);
            assertThat(answer.body()).contains("payload_too_large", "at most 65536 bytes");
        }
    }

    @Test
    void refusesALongValue() {
        refused(Call.run(
                        "acme",
                        spec(
                                MEASURE,
                                ", \"filters\": [" + filter("priority", "=", "\"" + "x".repeat(501) + "\"") + "]")))
                .body("errors[0].pointer", is("/filters/0/value"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "text/json"})
    void refusesAnotherMediaType(String type) {
        caller().contentType(type)
                .body(spec(MEASURE, ""))
                .when()
                .post("/analytics/run")
                .then()
                .statusCode(415)
                .contentType(PROBLEM)
                .body("code", is("unsupported_media_type"));
    }

    @Test
    void refusesAnotherMethod() {
        Stream.of("/analytics/run", "/analytics/explain").forEach(path -> {
            caller().when()
                    .get(path)
                    .then()
                    .statusCode(405)
                    .header("Allow", "OPTIONS, POST")
                    .contentType(PROBLEM)
                    .body("code", is("method_not_allowed"));
            caller().when().delete(path).then().statusCode(405);
        });
    }

    @Test
    void refusesAnUnknownPath() {
        caller().when()
                .get("/analytics/nothing")
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("code", is("not_found"));
        caller().when().get("/etc/passwd").then().statusCode(404).contentType(PROBLEM);
    }

    private static ValidatableResponse refused(ValidatableResponse answer) {
        ValidatableResponse refused = answer.statusCode(400)
                .contentType(PROBLEM)
                .body("status", is(400))
                .body("type", Matchers.startsWith("https://plumbline.dev/problems/"))
                .body("code", anyOf(is("invalid_spec"), is("malformed_json")))
                .body("traceId", not(Matchers.blankOrNullString()));
        assertThat(answer.extract().asString())
                .doesNotContain("io.plumbline", "com.fasterxml", "java.", "Exception", "warehouse.");
        return refused;
    }

    private static RequestSpecification caller() {
        return given().auth().oauth2(TestTokens.viewer("acme")).accept(ContentType.JSON);
    }

    private static String spec(String measures, String more) {
        return "{\"measures\": [" + measures + "]" + more + "}";
    }

    private static String filter(String field, String operator, String value) {
        return "{\"field\": \"%s\", \"op\": \"%s\", \"value\": %s}".formatted(field, operator, value);
    }

    private static String repeated(int times, IntFunction<String> part) {
        return IntStream.range(0, times).mapToObj(part).collect(Collectors.joining(", "));
    }
}
