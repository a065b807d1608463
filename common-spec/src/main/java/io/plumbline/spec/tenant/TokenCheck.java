package io.plumbline.spec.tenant;

import io.plumbline.spec.http.LogContext;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.MDC;

/** Refuses a genuine token that names no tenant, and puts tenant and user on each log line of the request. */
@Singleton
final class TokenCheck implements SecurityIdentityAugmentor {
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        var tenant = TenantContext.tenantOf(token);
        if (tenant.isEmpty() || token.getName() == null) {
            return Uni.createFrom().failure(new AuthenticationFailedException("no tenant or user in the token"));
        }
        MDC.put(LogContext.TENANT_ID, tenant.get().slug());
        MDC.put(LogContext.USER_ID, token.getName());
        return Uni.createFrom().item(identity);
    }
}
