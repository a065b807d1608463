package io.plumbline.jobs.stream;

import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tickets for streams. */
@Path("/analytics/jobs/{id}/stream-ticket")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs", description = "Long queries")
public class StreamTicketResource {
    private final TenantContext context;
    private final JsonWebToken token;
    private final JobLog log;
    private final Tickets tickets;
    private final StreamSettings settings;

    StreamTicketResource(
            TenantContext context, JsonWebToken token, JobLog log, Tickets tickets, StreamSettings settings) {
        this.context = context;
        this.token = token;
        this.log = log;
        this.tickets = tickets;
        this.settings = settings;
    }

    /**
     * A ticket.
     *
     * @param ticket for the address: {@code /analytics/jobs/{id}/stream?ticket=…}
     * @param expiresIn seconds
     */
    public record Given(String ticket, long expiresIn) {}

    @POST
    @RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
    @Operation(
            summary = "Get a ticket for a job's stream",
            description =
                    "For a browser's EventSource, which sends no Authorization header. It opens this job's stream once.")
    @APIResponse(responseCode = "200", description = "The ticket")
    @APIResponse(responseCode = "404", description = "The tenant has no such job")
    public Uni<Envelope<Given>> give(@PathParam("id") String id) {
        Caller caller = context.caller();
        UUID job = JobIds.parse(id);
        Instant until = Instant.ofEpochSecond(token.getExpirationTime());
        return log.find(caller, job)
                .map(known -> tickets.give(caller, job, until))
                .map(ticket ->
                        Envelope.of(new Given(ticket, settings.ticketLife().toSeconds())));
    }
}
