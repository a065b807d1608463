package io.plumbline.query.tenant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.embedded.PostgresAddress;
import io.plumbline.embedded.TestTokens;
import io.plumbline.query.testing.Neighbours;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Neighbours.class)
class TokenTest {
    private static final String REQUEST = "bad-" + UUID.randomUUID();
    private static final String SPEC = "{\"measures\": [{\"name\": \"created\"}]}";

    @Test
    void refusesEveryBadTokenAlikeAndBeforeTheDatabase() throws Exception {
        Map<String, String> tokens = BadTokens.all();
        assertThat(tokens).hasSizeGreaterThan(40);
        String body = refusal("/analytics/run", "garbage");
        assertThat(body).doesNotContain("io.", "Exception", "garbage");
        tokens.forEach((kind, token) -> {
            for (String path : new String[] {"/analytics/run", "/analytics/explain"}) {
                assertThat(refusal(path, token)).as(kind).isEqualTo(body);
            }
        });
        assertThat(reads(REQUEST)).as("reads of the database").isZero();
    }

    @Test
    void readsForAGoodToken() throws Exception {
        String request = "good-" + UUID.randomUUID();
        given().header("X-Request-Id", request)
                .header("Authorization", "Bearer " + TestTokens.viewer("acme"))
                .contentType("application/json")
                .body(SPEC)
                .post("/analytics/run?cache=fresh")
                .then()
                .statusCode(200);
        assertThat(reads(request)).isOne();
    }

    private static String refusal(String path, String token) {
        return given().header("X-Request-Id", REQUEST)
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(SPEC)
                .post(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("code", is("unauthorized"))
                .extract()
                .asString();
    }

    /** Nothing is read for a caller without an entry in the audit, which names the request. */
    private static long reads(String request) throws SQLException {
        try (Connection connection = EmbeddedServers.postgres().connect(PostgresAddress.SUPERUSER);
                PreparedStatement statement =
                        connection.prepareStatement("SELECT count(*) FROM query.audit_entries WHERE request_id = ?")) {
            statement.setString(1, request);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
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
}
