package io.plumbline.query.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.embedded.TestTokens;
import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.spec.tenant.VerifiedTokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Neighbours.class)
class VerifiedTokensTest {
    private static final String SPEC = "{\"measures\": [{\"name\": \"created\"}]}";

    @Inject
    VerifiedTokens tokens;

    @Inject
    JWTCallerPrincipalFactory used;

    @Inject
    JWTAuthContextInfo rules;

    @Test
    void checksATokenOnce() throws ParseException {
        String token = TestTokens.viewer("acme");
        assertThat(used.parse(token, rules)).isSameAs(tokens.parse(token, rules));
        assertThat(tokens.parse(TestTokens.viewer("umbrella"), rules)).isNotEqualTo(tokens.parse(token, rules));
    }

    @Test
    void neverTakesAFalseTokenForAGenuineOneThatItKnows() {
        String genuine = TestTokens.viewer("acme");
        Call.run(genuine, SPEC, "normal").statusCode(200);
        String[] parts = genuine.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String other = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.replace("acme", "umbrella").getBytes(StandardCharsets.UTF_8));
        Call.run(parts[0] + "." + other + "." + parts[2], SPEC, "normal").statusCode(401);
        Call.run(parts[0] + "." + parts[1] + "." + parts[2].substring(4), SPEC, "normal")
                .statusCode(401);
        Call.run(parts[0] + "." + parts[1] + ".", SPEC, "normal").statusCode(401);
        Call.run(genuine, SPEC, "normal").statusCode(200);
    }

    @Test
    void remembersNoTokenThatWasRefused() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> tokens.parse(TestTokens.expired("acme"), rules))
                    .isInstanceOf(ParseException.class);
            assertThatThrownBy(() -> tokens.parse(TestTokens.foreignKey("acme"), rules))
                    .isInstanceOf(ParseException.class);
        }
    }
}
