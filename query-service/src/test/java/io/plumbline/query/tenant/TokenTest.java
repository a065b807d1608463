package io.plumbline.query.tenant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.plumbline.embedded.TestTokens;
import io.plumbline.query.testing.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Neighbours.class)
class TokenTest {
    private static final String SPEC = "{\"measures\": [{\"name\": \"created\"}]}";

    static Stream<Arguments> badTokens() {
        String good = TestTokens.viewer("acme");
        return Stream.of(
                Arguments.of("expired", TestTokens.expired("acme")),
                Arguments.of("of another issuer", TestTokens.foreignIssuer("acme")),
                Arguments.of("for another audience", TestTokens.wrongAudience("acme")),
                Arguments.of("signed with another key", TestTokens.foreignKey("acme")),
                Arguments.of("without a tenant", TestTokens.withoutTenant()),
                Arguments.of("with a tenant that is no slug", TestTokens.with("acme", "tenant_id", "acme' OR 1=1")),
                Arguments.of("with a list of tenants", TestTokens.with("acme", "tenant_id", new String[] {"acme"})),
                Arguments.of("with an empty tenant", TestTokens.with("acme", "tenant_id", "")),
                Arguments.of("without an end", TestTokens.with("acme", "exp", null)),
                Arguments.of("without an id", TestTokens.with("acme", "jti", null)),
                Arguments.of("with a changed body", tampered(good)),
                Arguments.of("without a signature", good.substring(0, good.lastIndexOf('.') + 1)),
                Arguments.of("that is garbage", "garbage"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void refusesAToken(String kind, String token) {
        for (String path : new String[] {"/analytics/run", "/analytics/explain"}) {
            String body = post(path, token)
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", startsWith("Bearer"))
                    .body("code", is("unauthorized"))
                    .extract()
                    .asString();
            assertThat(body).as(kind).doesNotContain("io.", "Exception", token);
        }
    }

    @Test
    void refusesACallWithoutAToken() {
        given().contentType("application/json")
                .body(SPEC)
                .when()
                .post("/analytics/run")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", is("unauthorized"));
        given().when().get("/analytics/values").then().statusCode(401);
    }

    @Test
    void refusesATokenWithoutARole() {
        post("/analytics/run", TestTokens.withoutRole("acme")).statusCode(403).body("code", is("forbidden"));
        post("/analytics/run", TestTokens.token("acme", "ana", "superuser")).statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "analyst", "admin"})
    void letsEachRoleRun(String role) {
        post("/analytics/run", TestTokens.token("acme", "ana", role)).statusCode(200);
        post("/analytics/explain", TestTokens.token("acme", "ana", role)).statusCode(200);
    }

    private static ValidatableResponse post(String path, String token) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(SPEC)
                .when()
                .post(path)
                .then();
    }

    /** The same signature under a body in which one character is another. */
    private static String tampered(String token) {
        int middle = token.indexOf('.') + 20;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';
        return token.substring(0, middle) + other + token.substring(middle + 1);
    }
}
