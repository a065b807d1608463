package io.plumbline.jobs.result;

import io.plumbline.jobs.job.JobId;
import io.plumbline.spec.format.AcceptHeader;
import io.plumbline.spec.format.AnswerFormat;
import io.plumbline.spec.format.MetaHeader;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rows of a completed job. */
@Path("/analytics/jobs/{id}/result")
@RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
@Tag(name = "jobs")
public class ResultResource {
    private final ResultService service;
    private final TenantContext context;

    ResultResource(ResultService service, TenantContext context) {
        this.service = service;
        this.context = context;
    }

    /** The form is chosen here and not by the framework, so that a refusal can name the forms that there are. */
    @GET
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary = "The rows of a completed job",
            description = "JSON by pages; the whole as NDJSON, CSV, Arrow or Parquet, as the Accept header prefers.")
    @APIResponse(
            responseCode = "200",
            description = "The rows and what they were made of",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ResultView.class)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = "application/vnd.apache.arrow.stream",
                        schema = @Schema(implementation = File.class)),
                @Content(mediaType = "application/vnd.apache.parquet", schema = @Schema(implementation = File.class))
            })
    @APIResponse(responseCode = "404", description = "The tenant has no such job")
    @APIResponse(responseCode = "409", description = "The job is not completed")
    @APIResponse(responseCode = "410", description = "The rows are no longer kept")
    public Uni<Response> rows(
            @PathParam("id") String id,
            @Parameter(description = "From 1, of the answer in JSON") @QueryParam("page") String page,
            @Parameter(description = "Rows of a page in JSON, up to 1,000 (default)") @QueryParam("page_size")
                    String pageSize,
            @Context HttpHeaders headers,
            @Context HttpServerResponse response) {
        // Set on the response itself: a problem depends on the header as much as an answer does.
        response.putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        UUID job = JobId.parse(id);
        AnswerFormat format = AcceptHeader.of(headers.getRequestHeader(HttpHeaders.ACCEPT))
                .choose()
                .orElseThrow(ResultResource::notAcceptable);
        return format.isStreamed()
                ? service.whole(context.caller(), job, format).map(rows -> whole(rows, format))
                : service.page(context.caller(), job, PageRequest.of(page, pageSize))
                        .map(ResultResource::page);
    }

    private static Response page(ResultView view) {
        return Response.ok(view, MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response whole(ResultDocument rows, AnswerFormat format) {
        Result result = rows.result();
        var response = Response.ok(rows, format.contentType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Plumbline-Rows", result.rows())
                .header("Plumbline-Total", result.total());
        if (!rows.tellsMeta()) {
            response.header(MetaHeader.NAME, MetaHeader.of(result.meta()));
        }
        return response.build();
    }

    private static ProblemException notAcceptable() {
        List<String> allowed = AnswerFormat.mediaTypes();
        String message =
                "Ask for one of %s in the Accept header, or leave it out.".formatted(String.join(", ", allowed));
        return new ProblemException(
                CommonProblem.NOT_ACCEPTABLE,
                message,
                List.of(new FieldError("", "unknown_media_type", message, allowed, null)));
    }
}
