package io.plumbline.acceptance.product;

import io.plumbline.embedded.TokenClaims;
import io.plumbline.embedded.TokenSigner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Tokens of the stack's issuer, and ones that are wrong in one way. */
public final class Tokens {
    private static final String ISSUER = "https://plumbline.local";

    private final TokenSigner signer;
    private final Consumer<String> given;

    /** @param given is told the tenant of each token */
    Tokens(String signingKey, Consumer<String> given) {
        this.signer = TokenSigner.of(signingKey);
        this.given = given;
    }

    public String admin(String tenant) {
        return of(tenant, "admin");
    }

    public String viewer(String tenant) {
        return of(tenant, "viewer");
    }

    public String of(String tenant, String... roles) {
        given.accept(tenant);
        return signer.sign(claims(tenant, Instant.now(), roles));
    }

    public String expired(String tenant) {
        return signer.sign(claims(tenant, Instant.now().minus(Duration.ofHours(2)), "admin"));
    }

    public String ofForeignIssuer(String tenant) {
        return with(tenant, "iss", "https://elsewhere.example");
    }

    public String ofForeignKey(String tenant) {
        return TokenSigner.generate().sign(claims(tenant, Instant.now(), "admin"));
    }

    /** A good admin's token but for one claim; null leaves it out. */
    public String with(String tenant, String claim, Object value) {
        Map<String, Object> claims = claims(tenant, Instant.now(), "admin");
        if (value == null) {
            claims.remove(claim);
        } else {
            claims.put(claim, value);
        }
        return signer.sign(claims);
    }

    private static Map<String, Object> claims(String tenant, Instant issued, String... roles) {
        return TokenClaims.of(ISSUER, tenant, "tester", List.of(roles), issued, Duration.ofHours(1));
    }
}
