package io.plumbline.query.explain;

import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.common.annotation.NonBlocking;
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

/** A spec in, its SQL and plan out. */
@Path("/analytics/explain")
@RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
public class ExplainResource {
    private final ExplainService service;
    private final TenantContext context;

    ExplainResource(ExplainService service, TenantContext context) {
        this.service = service;
        this.context = context;
    }

    @POST
    @NonBlocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Shows the SQL, its parameters and the plan of a spec, without running it")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AnalyticsSpec.class)))
    public Uni<Envelope<Explanation>> explain(byte[] body) {
        return service.explain(body, context.tenant());
    }
}
