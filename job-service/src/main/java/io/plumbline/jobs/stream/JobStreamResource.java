package io.plumbline.jobs.stream;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happens to a job, while it happens. What can be refused is refused before the first byte. */
@Path("/analytics/jobs/{id}/stream")
@Produces(MediaType.SERVER_SENT_EVENTS)
@Tag(name = "jobs", description = "Long queries")
public class JobStreamResource {
    private final TenantContext context;
    private final JsonWebToken token;
    private final JobLog log;
    private final Tickets tickets;
    private final StreamHub hub;

    JobStreamResource(TenantContext context, JsonWebToken token, JobLog log, Tickets tickets, StreamHub hub) {
        this.context = context;
        this.token = token;
        this.log = log;
        this.tickets = tickets;
        this.hub = hub;
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
    @Blocking
    @Operation(
            summary = "Watch a job",
            description =
                    "Server-sent events: `queued`, `started`, `progress`, `retrying`, `released`, `completed`, `failed`,"
                            + " `cancelled`, each with its number as id, and at last `end`. At least every two seconds the present"
                            + " `progress`, without an id. `reconnect`: come back, with Last-Event-ID; `reauth`: with a new token.")
    @APIResponse(responseCode = "200", description = "The events")
    @APIResponse(responseCode = "204", description = "The job is over and Last-Event-ID is its last event")
    @APIResponse(responseCode = "404", description = "The tenant has no such job")
    public Multi<OutboundSseEvent> watch(
            @PathParam("id") String id,
            @HeaderParam("Last-Event-ID") String header,
            @Parameter(description = "The same as the header Last-Event-ID, for those who can't send it")
                    @QueryParam("last_event_id")
                    String parameter,
            RoutingContext request) {
        return open(
                context.caller(),
                JobIds.parse(id),
                after(header, parameter),
                Instant.ofEpochSecond(token.getExpirationTime()),
                request);
    }

    /** Where requests with a ticket are led to ({@link TicketRequests}). */
    @GET
    @Path("/by-ticket")
    @PermitAll
    @Blocking
    @Operation(hidden = true)
    public Multi<OutboundSseEvent> watchByTicket(
            @PathParam("id") String id,
            @QueryParam("ticket") String ticket,
            @HeaderParam("Last-Event-ID") String header,
            @QueryParam("last_event_id") String parameter,
            RoutingContext request) {
        long after = after(header, parameter);
        Ticket used = tickets.use(ticket, JobIds.parse(id)).await().indefinitely();
        Caller caller = new Caller(used.tenant(), used.user(), Set.of());
        return open(caller, used.job(), after, used.tokenExpiresAt(), request);
    }

    private Multi<OutboundSseEvent> open(Caller caller, UUID job, long after, Instant until, RoutingContext request) {
        JobLog.Known known = log.find(caller, job).await().indefinitely();
        if (known.over() && after > 0 && after >= known.lastSeq()) {
            // A browser's EventSource would come back for ever otherwise.
            throw new WebApplicationException(Response.noContent().build());
        }
        // A number from another log, which has more: from the start.
        long from = after > known.lastSeq() ? 0 : after;
        Peer peer = new Peer(request);
        JobStream stream = hub.open(new Visit(caller.tenant(), job, from, until), peer::cut);
        if (!peer.keepForStream()) {
            stream.cancel();
            return Multi.createFrom().empty();
        }
        return Multi.createFrom().publisher(stream).map(StreamEvent::written);
    }

    private static long after(String header, String parameter) {
        String text = header == null || header.isBlank() ? parameter : header;
        if (text == null || text.isBlank()) {
            return 0;
        }
        if (!text.strip().matches("\\d{1,18}")) {
            String message = "Last-Event-ID must be the id of an event of this stream, a whole number.";
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST,
                    message,
                    List.of(FieldError.of("/last_event_id", "invalid_value", message)));
        }
        return Long.parseLong(text.strip());
    }
}
