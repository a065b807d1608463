package io.plumbline.embedded;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The claims of a token as the services expect them. */
public final class TokenClaims {
    public static final String AUDIENCE = "plumbline";

    private TokenClaims() {}

    /**
     * Claims of a good token.
     *
     * @param roles any of viewer, analyst, admin
     */
    public static Map<String, Object> of(
            String issuer, String tenant, String user, List<String> roles, Instant issuedAt, Duration lifetime) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer);
        claims.put("aud", AUDIENCE);
        claims.put("sub", user);
        claims.put("upn", user);
        claims.put("tenant_id", tenant);
        claims.put("groups", roles);
        claims.put("iat", issuedAt.getEpochSecond());
        claims.put("exp", issuedAt.plus(lifetime).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        return claims;
    }
}
