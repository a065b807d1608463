package io.plumbline.query.jobs;

import io.plumbline.query.run.StreamedRows;
import io.plumbline.spec.delegation.Delegations;
import io.plumbline.spec.http.LogContext;
import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.MDC;

/**
 * For job-service, which tells by a signed delegation whose job it asks for; no token of a user opens it. Not routed by
 * the gateway.
 */
@Path("/internal/jobs")
@PermitAll
@Consumes(MediaType.APPLICATION_JSON)
public class JobQueryResource {
    private final Delegations delegations;
    private final JobQueryService service;

    JobQueryResource(Delegations delegations, JobQueryService service) {
        this.delegations = delegations;
        this.service = service;
    }

    @POST
    @Path("/check")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Uni<CheckedSpec> check(byte[] spec, @HeaderParam(Delegations.HEADER) String delegation) {
        return service.check(spec, caller(delegation));
    }

    @POST
    @Path("/rows")
    @Produces("application/x-ndjson")
    @Operation(hidden = true)
    public Uni<StreamedRows> rows(byte[] spec, @HeaderParam(Delegations.HEADER) String delegation) {
        return service.rows(spec, caller(delegation));
    }

    private Caller caller(String delegation) {
        var delegated = delegations.require(delegation);
        Caller caller = delegated.caller();
        MDC.put(LogContext.TENANT_ID, caller.tenant().slug());
        MDC.put(LogContext.USER_ID, caller.user());
        MDC.put("job_id", delegated.job().toString());
        return caller;
    }
}
