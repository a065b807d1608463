package io.plumbline.spec.tenant;

import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sent a record of a topic: its token is checked by what checks those of requests. */
@ApplicationScoped
public class RecordCallers {
    private static final String BEARER = "bearer ";

    private final JWTParser parser;

    RecordCallers(JWTParser parser) {
        this.parser = parser;
    }

    /**
     * The token of a record's header {@code authorization}.
     *
     * @param authorization null where there is none
     * @return empty where it does not hold {@code Bearer} and a token
     */
    public static Optional<String> token(String authorization) {
        return Optional.ofNullable(authorization)
                .filter(text -> text.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(text -> text.substring(BEARER.length()).strip())
                .filter(text -> !text.isEmpty());
    }

    /**
     * Whose token it is. It may wait for the issuer's keys, so that no event loop may call it.
     *
     * @return empty where it is not good now, or names no tenant or no user
     */
    public Optional<Caller> find(String token) {
        try {
            return caller(parser.parse(token));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Caller> caller(JsonWebToken token) {
        Set<String> roles = token.getGroups() == null ? Set.of() : token.getGroups();
        return TenantContext.tenantOf(token)
                .filter(_ -> token.getName() != null)
                .map(tenant -> new Caller(tenant, token.getName(), roles));
    }
}
