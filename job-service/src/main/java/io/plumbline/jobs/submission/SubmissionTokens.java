package io.plumbline.jobs.submission;

import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.Tenant;
import io.plumbline.spec.tenant.TenantContext;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Checks tokens of records by what checks those of requests. */
@ApplicationScoped
public class SubmissionTokens {
    private final IdentityProviderManager identities;

    SubmissionTokens(IdentityProviderManager identities) {
        this.identities = identities;
    }

    /** @return whose token it is; fails with a {@link RefusedSubmission} where it is not valid */
    Uni<Caller> verify(String token) {
        return identities
                .authenticate(new TokenAuthenticationRequest(new JsonWebTokenCredential(token)))
                .map(SubmissionTokens::caller)
                .onFailure(AuthenticationFailedException.class)
                .transform(_ -> invalid());
    }

    /** @throws RefusedSubmission where the caller's roles submit no jobs */
    static Caller requireSubmitter(Caller caller) {
        if (!caller.roles().contains(Roles.ANALYST) && !caller.roles().contains(Roles.ADMIN)) {
            throw new RefusedSubmission(
                    "forbidden", "Jobs are submitted with the role analyst or admin; the token has neither.");
        }
        return caller;
    }

    private static Caller caller(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw invalid();
        }
        return new Caller(Tenant.of(token.getClaim(TenantContext.CLAIM)), token.getName(), token.getGroups());
    }

    private static RefusedSubmission invalid() {
        return new RefusedSubmission(
                "unauthorized", "The access token is not valid: expired, of another issuer, or without a tenant.");
    }
}
