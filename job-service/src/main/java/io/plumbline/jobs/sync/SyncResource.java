package io.plumbline.jobs.sync;

import io.plumbline.jobs.connection.ConnectionResource;
import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The syncs of a connection. For administrators alone. */
@Path("/analytics/connections/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "connections", description = "Syncs trackers by their API")
public class SyncResource {
    private static final int MAX_LIMIT = 200;

    private final TenantContext context;
    private final RunRepository runs;
    private final SyncScheduler scheduler;

    SyncResource(TenantContext context, RunRepository runs, SyncScheduler scheduler) {
        this.context = context;
        this.runs = runs;
        this.scheduler = scheduler;
    }

    @POST
    @Path("/sync")
    @Operation(
            summary = "Sync now",
            description =
                    "Reads what changed since the checkpoint; with full=true everything, to find deletions as well.")
    @APIResponse(responseCode = "202", description = "It begins; the Location header tells where its progress is")
    @APIResponse(responseCode = "200", description = "A run that does the same is under way already")
    @APIResponse(responseCode = "409", description = "A run that does less is going on")
    public Uni<RestResponse<Envelope<RunView>>> sync(
            @PathParam("id") String id, @QueryParam("full") @DefaultValue("false") boolean full) {
        return runs.request(context.caller(), ConnectionResource.uuid(id), full)
                .invoke(scheduler::soon)
                .map(requested -> RestResponse.ResponseBuilder.<Envelope<RunView>>create(
                                requested.begun() ? RestResponse.Status.ACCEPTED : RestResponse.Status.OK)
                        .location(URI.create("/analytics/connections/%s/runs/%s"
                                .formatted(id, requested.run().id())))
                        .entity(Envelope.of(requested.run(), Map.of("deduplicated", !requested.begun())))
                        .build());
    }

    /** @param runs the newest first */
    public record Listed(List<RunView> runs) {}

    @GET
    @Path("/runs")
    @Operation(summary = "List a connection's syncs, the newest first")
    public Uni<Envelope<Listed>> list(@PathParam("id") String id, @QueryParam("limit") @DefaultValue("50") int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            String message = "limit must be between 1 and %d.".formatted(MAX_LIMIT);
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST, message, List.of(FieldError.of("/limit", "out_of_range", message)));
        }
        return runs.list(context.caller(), ConnectionResource.uuid(id), limit)
                .map(Listed::new)
                .map(Envelope::of);
    }

    @GET
    @Path("/runs/{run}")
    @Operation(summary = "Tell how a sync stands", description = "With the first 100 records that were rejected")
    public Uni<Envelope<RunView>> get(@PathParam("id") String id, @PathParam("run") String run) {
        return runs.load(context.caller(), ConnectionResource.uuid(id), uuid(run))
                .map(Envelope::of);
    }

    @DELETE
    @Path("/runs/{run}")
    @Operation(
            summary = "Cancel a sync",
            description = "What it has merged so far stays; the next one goes on from there.")
    public Uni<Envelope<RunView>> cancel(@PathParam("id") String id, @PathParam("run") String run) {
        return runs.cancel(context.caller(), ConnectionResource.uuid(id), uuid(run))
                .map(Envelope::of);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw RunRepository.notFound();
        }
    }
}
