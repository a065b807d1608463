package io.plumbline.jobs.imports;

import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Imports of raw tracker records. */
@Path("/analytics/imports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "imports", description = "Brings raw tracker records into the warehouse")
public class ImportResource {
    private final TenantContext context;
    private final ImportIntake intake;
    private final ImportRepository imports;

    ImportResource(TenantContext context, ImportIntake intake, ImportRepository imports) {
        this.context = context;
        this.intake = intake;
        this.imports = imports;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.ADMIN)
    @Blocking
    @Cancellable(false)
    @Operation(
            summary = "Import tracker records",
            description =
                    "The body is NDJSON, plain or gzip: {\"kind\": \"issue|sprint|status|comment|worklog|project|user\","
                            + " \"data\": {…}} a line, as Jira Cloud's REST API returns it. Sending it again changes nothing.")
    @APIResponse(responseCode = "202", description = "Accepted; the Location header tells where its progress is")
    @APIResponse(responseCode = "400", description = "No instance, or the first line is no tracker record")
    public Uni<RestResponse<Envelope<ImportView>>> submit(
            @QueryParam("instance") String instance, @HeaderParam("Content-Encoding") String encoding, InputStream body)
            throws IOException {
        Caller caller = context.caller();
        String slug = InstanceSlug.require(instance);
        return intake.receive(caller, slug, isGzip(encoding), body)
                .map(accepted -> RestResponse.ResponseBuilder.<Envelope<ImportView>>create(RestResponse.Status.ACCEPTED)
                        .location(URI.create("/analytics/imports/" + accepted.id()))
                        .entity(Envelope.of(accepted))
                        .build());
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
    @Operation(summary = "List imports, the newest first")
    public Uni<Envelope<ImportPages.Imports>> list(
            @QueryParam("offset") @DefaultValue("0") int offset, @QueryParam("limit") @DefaultValue("50") int limit) {
        return imports.list(context.caller(), Page.of(offset, limit)).map(Envelope::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
    @Operation(summary = "Tell how an import stands", description = "With the first 100 rejected lines")
    @APIResponse(responseCode = "200", description = "The import")
    @APIResponse(responseCode = "404", description = "The tenant has no such import")
    public Uni<Envelope<ImportView>> get(@PathParam("id") String id) {
        return imports.load(context.caller(), uuid(id)).map(Envelope::of);
    }

    @GET
    @Path("/{id}/rejections")
    @RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
    @Operation(summary = "List an import's rejected lines with their reasons, by line")
    @APIResponse(responseCode = "200", description = "A page of the lines")
    @APIResponse(responseCode = "404", description = "The tenant has no such import")
    public Uni<Envelope<ImportPages.Rejections>> rejections(
            @PathParam("id") String id,
            @QueryParam("offset") @DefaultValue("0") int offset,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return imports.rejections(context.caller(), uuid(id), Page.of(offset, limit))
                .map(Envelope::of);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ImportRepository.notFound();
        }
    }

    private static boolean isGzip(String encoding) {
        if (encoding == null || encoding.isBlank() || encoding.strip().equalsIgnoreCase("identity")) {
            return false;
        }
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip" -> true;
            default ->
                throw new ProblemException(
                        CommonProblem.UNSUPPORTED_MEDIA_TYPE, "Content-Encoding must be gzip, or be left out.");
        };
    }
}
