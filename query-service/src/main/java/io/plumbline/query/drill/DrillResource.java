package io.plumbline.query.drill;

import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A cell in, the issues behind it out. */
@Path("/analytics/drill")
@RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
public class DrillResource {
    private final DrillService service;
    private final TenantContext context;

    DrillResource(DrillService service, TenantContext context) {
        this.service = service;
        this.context = context;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Shows the issues behind one cell of a spec's answer")
    public Uni<DrillAnswer> drill(DrillBody body) {
        return service.drill(body, context.caller());
    }
}
