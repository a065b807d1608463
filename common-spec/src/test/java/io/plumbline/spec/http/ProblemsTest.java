package io.plumbline.spec.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every failure of a service in HTTP terms: status, media type, stable code, and nothing that gives away its insides. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres"))
class ProblemsTest {
    @Test
    void answersWithTenantUserAndRolesOfTheToken() {
        given().auth()
                .oauth2(TestTokens.viewer("acme"))
                .header("X-Request-Id", "req-1")
                .get("/probe/me")
                .then()
                .statusCode(200)
                .header("X-Request-Id", "req-1")
                .body("success", equalTo(true))
                .body("data.tenant", equalTo("acme"))
                .body("data.user", equalTo("vera"))
                .body("data.roles", hasItems("viewer"))
                .body("data.logged_tenant", equalTo("acme"))
                .body("data.logged_user", equalTo("vera"))
                .body("data.logged_request", equalTo("req-1"));
    }

    @Test
    void replacesAnIndecentRequestId() {
        given().header("X-Request-Id", "a b\tc")
                .get("/probe/fail/any")
                .then()
                .header("X-Request-Id", matchesRegex("[0-9a-f]{32}"));
    }

    @Test
    void refusesAMissingToken() {
        problem(given().get("/probe/me").then(), 401, "unauthorized").header("WWW-Authenticate", "Bearer");
    }

    @Test
    void refusesGarbageForAToken() {
        problem(given().auth().oauth2("nonsense").get("/probe/me").then(), 401, "unauthorized");
    }

    @Test
    void refusesTokensThatAreNotForUs() {
        refused(TestTokens.foreignKey("acme"));
        refused(TestTokens.foreignIssuer("acme"));
        refused(TestTokens.wrongAudience("acme"));
        refused(TestTokens.expired("acme"));
    }

    @Test
    void toleratesClocksThatDifferALittle() {
        problem(
                bearer(TestTokens.with("acme", "nbf", inSeconds(20)))
                        .get("/probe/admin")
                        .then(),
                403,
                "forbidden");
        refused(TestTokens.with("acme", "nbf", inSeconds(45)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "tenant_id", "exp", "iat", "jti"})
    void refusesATokenThatLacksAClaim(String claim) {
        refused(TestTokens.with("acme", claim, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme", "", "a b", "-acme", "acme'; drop table issues; --"})
    void refusesATenantThatIsNoSlug(String tenant) {
        refused(TestTokens.admin(tenant));
    }

    @Test
    void refusesATenantThatIsNoText() {
        refused(TestTokens.with("acme", "tenant_id", 5));
        refused(TestTokens.with("acme", "tenant_id", List.of("acme", "globex")));
    }

    @Test
    void refusesATokenWithoutRole() {
        problem(
                given().auth()
                        .oauth2(TestTokens.withoutRole("acme"))
                        .get("/probe/me")
                        .then(),
                403,
                "forbidden");
    }

    @Test
    void refusesATooLowRole() {
        problem(
                given().auth()
                        .oauth2(TestTokens.viewer("acme"))
                        .get("/probe/admin")
                        .then(),
                403,
                "forbidden");
    }

    @Test
    void closesEndpointsWithoutAnnotation() {
        problem(
                given().auth()
                        .oauth2(TestTokens.admin("acme"))
                        .get("/probe/unannotated")
                        .then(),
                403,
                "forbidden");
    }

    @Test
    void needsATokenToKnowTheTenant() {
        problem(given().get("/probe/tenant-without-token").then(), 401, "unauthorized");
    }

    @ParameterizedTest
    @CsvSource({
        "/probe/nothing, 404, not_found",
        "/nothing/at/all, 404, not_found",
        "/probe/echo, 405, method_not_allowed",
        "/probe/fail/timeout, 504, timeout",
        "/probe/fail/sql, 500, internal_error",
        "/probe/fail/other, 500, internal_error",
    })
    void namesTheProblem(String path, int status, String code) {
        problem(given().get(path).then(), status, code);
    }

    @Test
    void tellsWhenToTryAgain() {
        problem(given().get("/probe/fail/busy").then(), 429, "rate_limited").header("Retry-After", "1");
        problem(given().get("/probe/fail/connections").then(), 503, "unavailable")
                .header("Retry-After", "2");
    }

    @Test
    void listsFaultyPlaces() {
        problem(given().get("/probe/fail/spec").then(), 400, "invalid_spec")
                .body("detail", equalTo("One fault."))
                .body("errors[0].pointer", equalTo("/measures/0/name"))
                .body("errors[0].code", equalTo("unknown_metric"))
                .body("errors[0].allowed", hasItems("velocity"))
                .body("errors[0].suggestion", equalTo("velocity"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                    | ''         | malformed_json",
                "{\"count\": 1} {}                    | ''         | invalid_value",
                "{\"count\": 1, \"x/y\": 1}           | /x~1y      | unknown_member",
                "{\"count\": 1, \"some_text\": 5}      | /some_text | invalid_value",
                "{\"count\": \"5\"}                   | /count     | invalid_value",
                "{\"count\": 1.5}                     | /count     | invalid_value",
                "{\"count\": null}                    | /count     | invalid_value",
                "{\"count\": 1, \"kind\": \"THREE\"}   | /kind      | invalid_value",
                "{\"count\": 1, \"at\": \"yesterday\"} | /at        | invalid_value",
                "{\"count\": 1, \"count\": 2}         | ''         | malformed_json",
                "[]                                   | ''         | invalid_value",
            })
    void pointsAtTheFaultInJson(String body, String pointer, String code) {
        problem(
                        given().contentType(ContentType.JSON)
                                .body(body)
                                .post("/probe/echo")
                                .then(),
                        400,
                        "malformed_json")
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void readsAndWritesSnakeCase() {
        given().contentType(ContentType.JSON)
                .body("{\"some_text\": \"a\", \"count\": 1, \"kind\": \"ONE\", \"at\": \"2026-01-01T00:00:00Z\"}")
                .post("/probe/echo")
                .then()
                .statusCode(200)
                .body("some_text", equalTo("a"))
                .body("at", equalTo("2026-01-01T00:00:00Z"));
    }

    @Test
    void refusesOtherMediaTypes() {
        problem(
                given().contentType(ContentType.XML)
                        .body("<a/>")
                        .post("/probe/echo")
                        .then(),
                415,
                "unsupported_media_type");
        problem(given().accept("image/png").get("/probe/me").then(), 406, "not_acceptable");
    }

    @Test
    void refusesALargeBodyBeforeReadingIt() {
        problem(
                given().contentType(ContentType.JSON)
                        .body("\"" + "x".repeat(70_000) + "\"")
                        .post("/probe/echo")
                        .then(),
                413,
                "payload_too_large");
    }

    private void refused(String token) {
        problem(bearer(token).get("/probe/me").then(), 401, "unauthorized");
    }

    private static RequestSpecification bearer(String token) {
        return given().auth().oauth2(token);
    }

    private static long inSeconds(int seconds) {
        return Instant.now().plusSeconds(seconds).getEpochSecond();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://plumbline.dev/problems/" + code))
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("title", not(blankOrNullString()))
                .body("traceId", not(blankOrNullString()))
                .body(not(containsString("io.plumbline")))
                .body(not(containsString("com.fasterxml")))
                .body(not(containsString("Exception")))
                .body(not(containsString("secret")));
    }
}
