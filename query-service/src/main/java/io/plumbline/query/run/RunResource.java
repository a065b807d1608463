package io.plumbline.query.run;

import io.plumbline.spec.AnalyticsSpec;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** A spec in, rows out. The body is read as bytes, so that every fault in it can be told at once. */
@Path("/analytics/run")
@RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
public class RunResource {
    private final RunService service;
    private final TenantContext context;

    RunResource(RunService service, TenantContext context) {
        this.service = service;
        this.context = context;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Runs a spec")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AnalyticsSpec.class)))
    public Uni<Answer> run(byte[] body) {
        return service.run(body, context.caller());
    }
}
