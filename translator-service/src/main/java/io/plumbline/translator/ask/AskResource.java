package io.plumbline.translator.ask;

import io.plumbline.spec.limit.FailsClosed;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.plumbline.translator.translate.CannotAnswerProblem;
import io.plumbline.translator.translate.QuestionIntake;
import io.plumbline.translator.translate.Refusals;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** A question in, rows and a chart out. */
@Path("/analytics/ask")
@RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
@FailsClosed(unless = "plumbline.translator.provider", is = "offline")
public class AskResource {
    private final AskService service;
    private final TenantContext context;
    private final JsonWebToken token;
    private final Clock clock;

    AskResource(AskService service, TenantContext context, JsonWebToken token, Clock clock) {
        this.service = service;
        this.context = context;
        this.token = token;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Answers a question")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AskAnswer.class)),
            description = "The rows in `data`, with the spec, what it counts and a chart")
    @APIResponse(
            responseCode = "422",
            content = @Content(schema = @Schema(implementation = CannotAnswerProblem.class)),
            description = "The catalog can't answer it: the reason and the nearest metrics")
    public Uni<Response> ask(
            AskRequest request,
            @Parameter(
                            description =
                                    "What the rows may take of the cache, as in run: fresh, normal (default) or stale_ok")
                    @QueryParam("cache")
                    String cache) {
        if (request == null) {
            throw new ProblemException(CommonProblem.INVALID_REQUEST, "The body needs a `question`.");
        }
        var question = QuestionIntake.read(request.toQuestion(), clock);
        return service.ask(
                        question,
                        new AskService.Wishes(request.wantsChart(), cache),
                        context.caller(),
                        token.getRawToken())
                .map(outcome -> switch (outcome) {
                    case AskService.Outcome.Answered answered ->
                        Response.ok(answered.body()).build();
                    case AskService.Outcome.Refused refused -> Refusals.response(refused.refusal());
                });
    }
}
