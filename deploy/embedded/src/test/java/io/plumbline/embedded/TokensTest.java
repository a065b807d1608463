package io.plumbline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    @Test
    void aGoodTokenVerifiesWithTheJwksFile() throws Exception {
        var claims = consumer().processToClaims(TestTokens.token("acme", "ana", "analyst", "viewer"));
        assertThat(claims.getSubject()).isEqualTo("ana");
        assertThat(claims.getStringClaimValue("tenant_id")).isEqualTo("acme");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("analyst", "viewer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "issuer", "audience", "key"})
    void aBadTokenDoesNot(String fault) throws Exception {
        String token = switch (fault) {
            case "expired" -> TestTokens.expired("acme");
            case "issuer" -> TestTokens.foreignIssuer("acme");
            case "audience" -> TestTokens.wrongAudience("acme");
            default -> TestTokens.foreignKey("acme");
        };
        JwtConsumer consumer = consumer();
        assertThatThrownBy(() -> consumer.process(token)).isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void aKeyIsTheSameAfterItWasStored() {
        TokenSigner signer = TokenSigner.generate();
        assertThat(TokenSigner.of(signer.privateKey()).jwks()).isEqualTo(signer.jwks());
    }

    private static JwtConsumer consumer() throws Exception {
        String jwks = Files.readString(Path.of(URI.create(TestTokens.jwksLocation())));
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(new JsonWebKeySet(jwks).getJsonWebKeys()))
                .setExpectedIssuer(TestTokens.ISSUER)
                .setExpectedAudience(TokenClaims.AUDIENCE)
                .setRequireExpirationTime()
                .build();
    }
}
