package io.plumbline.jobs.ingest;

import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Tenant;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sent a message: the token of its header is checked as one of a request is. */
@ApplicationScoped
public class MessageCallers {
    private static final String BEARER = "bearer ";
    private static final int KEPT = 256;
    /** Producers send many messages with one token; the checked ones are believed for so long, and never past their end. */
    private static final long BELIEVED_NANOS = 10_000_000_000L;

    private final JWTParser parser;
    private final Map<String, Checked> checked = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Checked> eldest) {
            return size() > KEPT;
        }
    };

    private record Checked(Caller caller, long at, long expires) {}

    MessageCallers(JWTParser parser) {
        this.parser = parser;
    }

    /** The sender; empty where the header holds no token that is good now. It may wait for the issuer's keys. */
    Optional<Caller> of(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        String token = authorization.substring(BEARER.length()).strip();
        synchronized (checked) {
            Checked known = checked.get(token);
            if (known != null
                    && System.nanoTime() - known.at() < BELIEVED_NANOS
                    && System.currentTimeMillis() / 1000 < known.expires()) {
                return Optional.of(known.caller());
            }
        }
        return check(token);
    }

    private Optional<Caller> check(String token) {
        try {
            JsonWebToken parsed = parser.parse(token);
            Object claim = parsed.getClaim(TenantContext.CLAIM);
            Optional<Tenant> tenant = Tenant.find(claim instanceof String slug ? slug : null);
            if (tenant.isEmpty() || parsed.getName() == null) {
                return Optional.empty();
            }
            Set<String> roles = parsed.getGroups() == null ? Set.of() : parsed.getGroups();
            var caller = new Caller(tenant.get(), parsed.getName(), roles);
            synchronized (checked) {
                checked.put(token, new Checked(caller, System.nanoTime(), parsed.getExpirationTime()));
            }
            return Optional.of(caller);
        } catch (ParseException e) {
            return Optional.empty();
        }
    }
}
