package io.plumbline.spec.tenant;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller of the present request. The token is the only source; no header, parameter or body can change it. */
@RequestScoped
public class TenantContext {
    /** The claim that names the tenant. */
    public static final String CLAIM = "tenant_id";

    private final JsonWebToken token;

    TenantContext(JsonWebToken token) {
        this.token = token;
    }

    /**
     * The caller as a value that outlives the request.
     *
     * @throws ProblemException (401) where the token names no tenant
     */
    public Caller caller() {
        return new Caller(tenant(), token.getName(), roles());
    }

    /**
     * The tenant whose rows this request may see.
     *
     * @throws ProblemException (401) where the token names none
     */
    public Tenant tenant() {
        return tenantOf(token)
                .orElseThrow(() -> new ProblemException(
                        CommonProblem.UNAUTHORIZED, "The token needs a `tenant_id` claim with a tenant's slug."));
    }

    /** The tenant that a token names; empty where it names none. */
    static Optional<Tenant> tenantOf(JsonWebToken token) {
        return Tenant.find(token.getClaim(CLAIM) instanceof String slug ? slug : null);
    }

    /** Who asks: the token's {@code upn}, else its subject. */
    public String user() {
        return caller().user();
    }

    /** The token's roles, of {@link Roles}; empty without a token. */
    public Set<String> roles() {
        return token.getGroups() == null ? Set.of() : Set.copyOf(token.getGroups());
    }
}
