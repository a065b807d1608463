package io.plumbline.translator.translate;

import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.limit.FailsClosed;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.plumbline.translator.Translation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** A question in, a spec out; nothing is run. */
@Path("/analytics/translate")
@RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
@FailsClosed(unless = "plumbline.translator.provider", is = "offline")
public class TranslateResource {
    private final TranslationService service;
    private final TenantContext context;
    private final JsonWebToken token;
    private final Clock clock;

    TranslateResource(TranslationService service, TenantContext context, JsonWebToken token, Clock clock) {
        this.service = service;
        this.context = context;
        this.token = token;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Translates a question into a spec")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = TranslateAnswer.class)),
            description = "The spec in `data`, and what it will count")
    @APIResponse(
            responseCode = "422",
            content = @Content(schema = @Schema(implementation = CannotAnswerProblem.class)),
            description = "The catalog can't answer it: the reason and the nearest metrics")
    public Uni<Response> translate(QuestionRequest request) {
        var question = QuestionIntake.read(request, clock);
        return service.translate(question, context.caller(), token.getRawToken())
                .map(this::response);
    }

    private Response response(Translation translation) {
        return switch (translation) {
            case Translation.Translated given ->
                Response.ok(Envelope.of(new TranslateAnswer(
                                given.spec(), given.interpretation(), given.confidence(), service.translator())))
                        .build();
            case Translation.CannotAnswer refusal -> Refusals.response(refusal);
        };
    }
}
