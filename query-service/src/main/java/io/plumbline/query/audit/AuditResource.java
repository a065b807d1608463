package io.plumbline.query.audit;

import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Shows administrators who asked what of their tenant's data. */
@Path("/analytics/audit")
@RolesAllowed(Roles.ADMIN)
public class AuditResource {
    private final AuditReadService service;
    private final TenantContext context;

    AuditResource(AuditReadService service, TenantContext context) {
        this.service = service;
        this.context = context;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Shows who asked what, and what became of it, newest first")
    public Uni<Envelope<AuditPage>> find(
            @Parameter(description = "who asked") @QueryParam("user") String user,
            @Parameter(description = "ok, timeout, cancelled, unavailable, failed, running or unknown")
                    @QueryParam("outcome")
                    String outcome,
            @Parameter(description = "asked at this instant or later") @QueryParam("from") String from,
            @Parameter(description = "asked before this instant") @QueryParam("to") String to,
            @Parameter(description = "`meta.spec_hash` of an answer") @QueryParam("spec_hash") String specHash,
            @Parameter(description = "`next` of the page before") @QueryParam("before") String before,
            @Parameter(description = "entries on a page, 1 to 500; 50 unless told") @QueryParam("limit") String limit) {
        AuditFilter filter = new AuditRequests().read(user, outcome, from, to, specHash, before, limit);
        return service.find(context.caller(), filter).map(Envelope::of);
    }
}
