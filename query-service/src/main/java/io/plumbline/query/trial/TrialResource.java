package io.plumbline.query.trial;

import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.plumbline.spec.trial.TrialRequest;
import io.plumbline.spec.trial.TrialResult;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * For catalog-service, with the token of the administrator who defines the metric; not routed by the gateway. No row
 * leaves it: the answer tells faults alone.
 */
@Path("/internal/trial")
@RolesAllowed(Roles.ADMIN)
public class TrialResource {
    private final TrialService service;
    private final TenantContext context;

    TrialResource(TrialService service, TenantContext context) {
        this.service = service;
        this.context = context;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<TrialResult> attempt(TrialRequest request) {
        return service.attempt(request, context.caller());
    }
}
