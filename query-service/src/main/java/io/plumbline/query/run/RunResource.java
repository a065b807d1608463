package io.plumbline.query.run;

import io.plumbline.query.cache.CacheMode;
import io.plumbline.query.paging.Cursor;
import io.plumbline.query.paging.CursorFaults;
import io.plumbline.spec.AnalyticsSpec;
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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** A spec in, rows out. The body is read as bytes, so that every fault in it can be told at once. */
@Path("/analytics/run")
@RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
public class RunResource {
    private final RunService service;
    private final RunPage page;
    private final RunStreamService stream;
    private final TenantContext context;

    RunResource(RunService service, RunPage page, RunStreamService stream, TenantContext context) {
        this.service = service;
        this.page = page;
        this.stream = stream;
        this.context = context;
    }

    /** The form is chosen here and not by the framework, so that a refusal can name the forms that there are. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Runs a spec", description = "The rows come in the form that the Accept header prefers.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AnalyticsSpec.class)))
    @APIResponse(
            responseCode = "200",
            description = "The rows and what they were made of",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = "application/vnd.apache.arrow.stream",
                        schema = @Schema(implementation = File.class)),
                @Content(mediaType = "application/vnd.apache.parquet", schema = @Schema(implementation = File.class))
            })
    public Uni<Response> run(
            byte[] body,
            @Parameter(
                            description =
                                    "fresh: make the answer anew; normal (default): a kept one that is still valid;"
                                            + " stale_ok: also the last one of older data, at once. Only JSON is kept.")
                    @QueryParam(CacheMode.PARAMETER)
                    String cache,
            @Parameter(description = "`meta.next_cursor` of the page before; none for the first page")
                    @QueryParam("cursor")
                    String cursor,
            @Context HttpHeaders headers,
            @Context HttpServerResponse response) {
        // Set on the response itself: a problem depends on the header as much as an answer does.
        response.putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        CacheMode mode = CacheMode.of(cache);
        AnswerFormat format = AcceptHeader.of(headers.getRequestHeader(HttpHeaders.ACCEPT))
                .choose()
                .orElseThrow(RunResource::notAcceptable);
        Optional<Cursor> at = CursorFaults.read(cursor);
        return format.isStreamed()
                ? stream.open(body, at, format.rows(), context.caller()).map(rows -> streamed(rows, format))
                : at.map(further -> further(body, further)).orElseGet(() -> first(body, mode));
    }

    private Uni<Response> first(byte[] body, CacheMode mode) {
        return service.run(body, mode, context.caller()).map(answer -> whole(answer.body()));
    }

    private Uni<Response> further(byte[] body, Cursor cursor) {
        return page.run(body, cursor, context.caller()).map(RunResource::whole);
    }

    /** @param answer the document, or its bytes */
    private static Response whole(Object answer) {
        return Response.ok(answer, AnswerFormat.JSON.contentType())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Response streamed(StreamedRows rows, AnswerFormat format) {
        var response = Response.ok(rows, format.contentType())
                .header("Plumbline-Total", rows.heading().total());
        if (!rows.tellsMeta()) {
            response.header(MetaHeader.NAME, MetaHeader.of(rows.heading().meta()));
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
