package io.plumbline.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Tokens for tests, good ones and bad ones, signed with one key per JVM whose JWKS file the services are given. */
public final class TestTokens {
    public static final String ISSUER = "https://plumbline.test";
    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final TokenSigner SIGNER =
            TokenSigner.of(PerJvm.text("token.key", () -> TokenSigner.generate().privateKey()));

    private TestTokens() {}

    /** Location of the JWKS file, as PLUMBLINE_JWKS takes it. */
    public static String jwksLocation() {
        return PerJvm.text("token.jwks", () -> {
            try {
                Path file = Files.createTempFile("plumbline-jwks-", ".json");
                file.toFile().deleteOnExit();
                Files.writeString(file, SIGNER.jwks());
                return file.toUri().toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A good token. */
    public static String token(String tenant, String user, String... roles) {
        return SIGNER.sign(claims(tenant, user, roles));
    }

    public static String viewer(String tenant) {
        return token(tenant, "vera", "viewer");
    }

    public static String analyst(String tenant) {
        return token(tenant, "ana", "analyst");
    }

    public static String admin(String tenant) {
        return token(tenant, "ada", "admin");
    }

    /** Expired ten minutes ago, longer than any clock skew. */
    public static String expired(String tenant) {
        Map<String, Object> claims = claims(tenant, "ana", "analyst");
        claims.put("exp", Instant.now().minus(Duration.ofMinutes(10)).getEpochSecond());
        return SIGNER.sign(claims);
    }

    public static String foreignIssuer(String tenant) {
        return with(tenant, "iss", "https://elsewhere.test");
    }

    public static String wrongAudience(String tenant) {
        return with(tenant, "aud", "somebody-else");
    }

    /** Right in every claim, but signed with a key that is not in the JWKS. */
    public static String foreignKey(String tenant) {
        return TokenSigner.generate().sign(claims(tenant, "ana", "analyst"));
    }

    public static String withoutRole(String tenant) {
        return token(tenant, "ana");
    }

    public static String withoutTenant() {
        Map<String, Object> claims = claims("any", "ana", "analyst");
        claims.remove("tenant_id");
        return SIGNER.sign(claims);
    }

    /** A good token of an analyst but for one claim, which null removes. */
    public static String with(String tenant, String claim, Object value) {
        Map<String, Object> claims = claims(tenant, "ana", "analyst");
        if (value == null) {
            claims.remove(claim);
        } else {
            claims.put(claim, value);
        }
        return SIGNER.sign(claims);
    }

    /** A good token of an analyst but for one member of its head, which null removes. */
    public static String withHead(String tenant, String member, Object value) {
        return SIGNER.sign(Collections.singletonMap(member, value), claims(tenant, "ana", "analyst"));
    }

    private static Map<String, Object> claims(String tenant, String user, String... roles) {
        return TokenClaims.of(ISSUER, tenant, user, List.of(roles), Instant.now(), LIFETIME);
    }
}
