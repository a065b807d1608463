package io.plumbline.catalog.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.catalog.http.Flags;
import io.plumbline.catalog.http.Preconditions;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Writes of a tenant's own metrics. With {@code dry_run=true} nothing is written, and the answer says what would be. A
 * write that has begun is finished, also when the caller has gone.
 */
@Path("/analytics/metrics")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "lifecycle")
@NonBlocking
@Cancellable(false)
public final class LifecycleResource {
    private final LifecycleService service;
    private final TenantContext context;
    private final JsonWebToken token;
    private final Clock clock = Clock.systemUTC();

    LifecycleResource(LifecycleService service, TenantContext context, JsonWebToken token) {
        this.service = service;
        this.context = context;
        this.token = token;
    }

    @POST
    @Operation(summary = "Defines a metric of the tenant, or a new version of one")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = MetricDefinition.class)))
    public Uni<Envelope<WriteResult>> create(
            JsonNode body, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @QueryParam("dry_run") String dryRun) {
        MetricBody metric = MetricBody.read(body, null);
        return service.submit(request(ifMatch, dryRun), catalog -> NewVersion.propose(catalog, metric));
    }

    @PUT
    @Path("/{name}")
    @Operation(summary = "Adds a version to a metric of the tenant; needs If-Match with the ETag that was read")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = MetricDefinition.class)))
    public Uni<Envelope<WriteResult>> update(
            @PathParam("name") String name,
            JsonNode body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("dry_run") String dryRun) {
        Preconditions.require(ifMatch);
        MetricBody metric = MetricBody.read(body, name);
        return service.submit(request(ifMatch, dryRun), catalog -> {
            OwnMetric.reference(catalog, name);
            return NewVersion.propose(catalog, metric);
        });
    }

    @POST
    @Path("/{name}/deprecate")
    @Operation(
            summary = "Marks a metric (or one version, as name@1) as no longer to be used; answers warn from then on")
    public Uni<Envelope<WriteResult>> deprecate(
            @PathParam("name") String name,
            DeprecateRequest body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("dry_run") String dryRun) {
        String today = LocalDate.now(clock).toString();
        return service.submit(request(ifMatch, dryRun), catalog -> Deprecation.propose(catalog, name, body, today));
    }

    @POST
    @Path("/{name}/activate")
    @Operation(summary = "Lets a version be queried, or no longer with {\"active\": false}")
    public Uni<Envelope<WriteResult>> activate(
            @PathParam("name") String name,
            ActivateRequest body,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("dry_run") String dryRun) {
        boolean active = body == null || body.active() == null || body.active();
        return service.submit(request(ifMatch, dryRun), catalog -> ActivationChange.propose(catalog, name, active));
    }

    private WriteRequest request(String ifMatch, String dryRun) {
        return new WriteRequest(context.caller(), token.getRawToken(), ifMatch, Flags.read("/dry_run", dryRun, false));
    }
}
