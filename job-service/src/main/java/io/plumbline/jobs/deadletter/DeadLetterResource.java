package io.plumbline.jobs.deadletter;

import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What could not be taken in. */
@Path("/analytics/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "dead letters", description = "Records that could not be taken in, with their reasons")
public class DeadLetterResource {
    private static final int MAX_LIMIT = 500;

    private final TenantContext context;
    private final DeadLetterRepository letters;

    DeadLetterResource(TenantContext context, DeadLetterRepository letters) {
        this.context = context;
        this.letters = letters;
    }

    @GET
    @Operation(summary = "List dead letters, the newest first", description = "With the first 200 bytes of each record")
    public Uni<Envelope<DeadLetterView.Letters>> list(
            @QueryParam("source") String source,
            @QueryParam("instance") String instance,
            @QueryParam("state") String state,
            @QueryParam("code") String code,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        var filter = new LetterFilter(source, instance, state, code).checked();
        return letters.list(
                        context.caller(),
                        filter,
                        within("offset", offset, 0, Integer.MAX_VALUE),
                        within("limit", limit, 1, MAX_LIMIT))
                .map(Envelope::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Show a dead letter with its record")
    @APIResponse(responseCode = "200", description = "The dead letter")
    @APIResponse(responseCode = "404", description = "The tenant has no such dead letter")
    public Uni<Envelope<DeadLetterView>> get(@PathParam("id") String id) {
        return letters.load(context.caller(), uuid(id)).map(Envelope::of);
    }

    @POST
    @Path("/{id}/replay")
    @Cancellable(false)
    @Operation(
            summary = "Take a dead letter's record in again",
            description =
                    "It becomes replayed once it is merged, or open again with its new reason. A refused submission (source"
                            + " jobs) is submitted in your name and with your roles: its token is not kept.")
    @APIResponse(responseCode = "200", description = "It is under way")
    @APIResponse(responseCode = "404", description = "The tenant has no such dead letter")
    @APIResponse(responseCode = "409", description = "It is not open, or its source can't be replayed")
    public Uni<Envelope<DeadLetterView>> replay(@PathParam("id") String id) {
        return letters.replay(context.caller(), uuid(id)).map(Envelope::of);
    }

    @POST
    @Path("/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Cancellable(false)
    @Operation(
            summary = "Take in again what matches and is open, the oldest first",
            description = "At most 1,000 at a call; left tells how many remain")
    @APIResponse(responseCode = "200", description = "They are under way")
    public Uni<Envelope<DeadLetterView.Replay>> replayAll(LetterFilter filter) {
        LetterFilter all = filter == null ? new LetterFilter(null, null, null, null) : filter.checked();
        return letters.replayAll(context.caller(), all).map(Envelope::of);
    }

    @POST
    @Path("/{id}/discard")
    @Cancellable(false)
    @Operation(summary = "Settle a dead letter without taking its record in", description = "It stays readable")
    @APIResponse(responseCode = "200", description = "It is discarded")
    @APIResponse(responseCode = "404", description = "The tenant has no such dead letter")
    @APIResponse(responseCode = "409", description = "It is not open")
    public Uni<Envelope<DeadLetterView>> discard(@PathParam("id") String id) {
        return letters.discard(context.caller(), uuid(id)).map(Envelope::of);
    }

    private static int within(String member, int value, int least, int most) {
        if (value < least || value > most) {
            String message = "%s must be between %d and %d.".formatted(member, least, most);
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST,
                    message,
                    List.of(FieldError.of("/" + member, "out_of_range", message)));
        }
        return value;
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw DeadLetterRepository.notFound();
        }
    }
}
