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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Neighbours.class)
class TokenTest {
    private static final String SPEC = "{\"measures\": [{\"name\": \"created\"}]}";

    @Test
    void refusesEveryBadTokenAlikeAndBeforeTheDatabase() throws Exception {
        Map<String, String> tokens = BadTokens.all();
        assertThat(tokens).hasSizeGreaterThan(40);
        String body = refusal("/analytics/run", "garbage");
        assertThat(body).doesNotContain("io.", "Exception", "garbage");
        String lastStatement = lastStatement();
        tokens.forEach((kind, token) -> {
            for (String path : new String[] {"/analytics/run", "/analytics/explain"}) {
                assertThat(refusal(path, token)).as(kind).isEqualTo(body);
            }
        });
        assertThat(lastStatement()).as("statements of the service").isEqualTo(lastStatement);
    }

    private static String refusal(String path, String token) {
        return given().header("X-Request-Id", "the-same")
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

    /** When the service's role began its last statement, on any connection. */
    private static String lastStatement() throws SQLException {
        try (Connection connection = EmbeddedServers.postgres().connect(PostgresAddress.SUPERUSER);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT max(query_start)::text FROM pg_stat_activity WHERE usename = 'query_service'")) {
            row.next();
            return row.getString(1);
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
