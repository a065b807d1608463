package io.plumbline.query.verify;

import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Says whether an answer would be the same today. */
@Path("/analytics/receipts/{id}/verify")
@RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
public class VerifyResource {
    private final VerifyService service;
    private final TenantContext context;

    VerifyResource(VerifyService service, TenantContext context) {
        this.service = service;
        this.context = context;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Runs the spec of a receipt again and compares the answers")
    public Uni<Envelope<Verification>> verify(@PathParam("id") String id) {
        return service.verify(id, context.caller()).map(Envelope::of);
    }
}
