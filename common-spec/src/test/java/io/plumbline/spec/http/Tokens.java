package io.plumbline.spec.http;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.KeyPair;
import java.util.Set;
import java.util.UUID;

/** Real tokens, signed with a key of this test run. */
final class Tokens {
    private Tokens() {}

    static JwtClaimsBuilder claims(String tenant, String... roles) {
        return Jwt.issuer("https://plumbline.local")
                .audience("plumbline")
                .subject("ana")
                .upn("ana")
                .groups(Set.of(roles))
                .claim("tenant_id", tenant)
                .claim("jti", UUID.randomUUID().toString())
                .expiresIn(300);
    }

    static String sign(JwtClaimsBuilder claims, KeyPair key) {
        return claims.jws().keyId("test").sign(key.getPrivate());
    }
}
