package io.plumbline.translator.translate;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.plumbline.embedded.TestTokens;
import io.plumbline.translator.testing.Call;
import io.plumbline.translator.testing.Neighbours;
import io.plumbline.translator.testing.Wire;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Neighbours.class)
class TokenTest {
    @BeforeEach
    void reset() {
        Wire.reset();
    }

    static Stream<String> badTokens() {
        return Stream.of(
                TestTokens.expired("acme"),
                TestTokens.foreignIssuer("acme"),
                TestTokens.foreignKey("acme"),
                TestTokens.wrongAudience("acme"),
                TestTokens.withoutTenant(),
                TestTokens.with("acme", "tenant_id", "Not A Slug"),
                "nonsense");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void refusesBadTokensBeforeAnythingIsRead(String token) {
        for (var path : new String[] {"/analytics/translate", "/analytics/ask"}) {
            Call.question(path, token, "velocity").statusCode(401).body("code", is("unauthorized"));
        }
        assertThat(Wire.calls("/analytics/values")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/analytics/translate", "/analytics/ask"})
    void refusesCallsWithoutATokenOrARole(String path) {
        given().contentType(ContentType.JSON)
                .body("{\"question\": \"velocity\"}")
                .post(path)
                .then()
                .statusCode(401);
        Call.question(path, TestTokens.withoutRole("acme"), "velocity").statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "analyst", "admin"})
    void everyRoleMayAsk(String role) {
        Call.question("/analytics/ask", TestTokens.token("acme", "vera", role), "velocity")
                .statusCode(200);
    }
}
