package io.plumbline.jobs.connection;

import io.plumbline.jobs.imports.InstanceSlug;
import io.plumbline.jobs.secret.KeyRotation;
import io.plumbline.spec.Json;
import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Connections to Jira Cloud. For administrators alone. */
@Path("/analytics/connections")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "connections", description = "Syncs trackers by their API")
public class ConnectionResource {
    private static final int MAX_BODY = 64 * 1024;

    private final TenantContext context;
    private final Connections connections;
    private final ConnectionRepository repository;
    private final KeyRotation keys;

    ConnectionResource(
            TenantContext context, Connections connections, ConnectionRepository repository, KeyRotation keys) {
        this.context = context;
        this.connections = connections;
        this.repository = repository;
        this.keys = keys;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Cancellable(false)
    @Operation(
            summary = "Connect a Jira Cloud site",
            description =
                    "Asks the site whether it knows the account before anything is saved. The token is stored sealed"
                            + " and never given back.")
    @APIResponse(responseCode = "201", description = "Saved; the first sync begins at once where there is a schedule")
    @APIResponse(responseCode = "422", description = "The site does not take the credentials, or must not be called")
    @APIResponse(responseCode = "503", description = "The site is away, or no key for secrets is set")
    public Uni<RestResponse<Envelope<ConnectionView>>> create(InputStream body) throws IOException {
        ConnectionBody read = read(body);
        InstanceSlug.require(read == null ? null : read.instance());
        return connections
                .create(context.caller(), read)
                .map(view -> RestResponse.ResponseBuilder.<Envelope<ConnectionView>>create(RestResponse.Status.CREATED)
                        .location(URI.create("/analytics/connections/" + view.id()))
                        .entity(Envelope.of(view))
                        .build());
    }

    /** @param connections by instance */
    public record Listed(List<ConnectionView> connections) {}

    @GET
    @Operation(summary = "List connections")
    public Uni<Envelope<Listed>> list() {
        return repository
                .list(context.caller())
                .map(all -> Envelope.of(
                        new Listed(all.stream().map(ConnectionView::of).toList())));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Show a connection")
    public Uni<Envelope<ConnectionView>> get(@PathParam("id") String id) {
        return repository
                .load(context.caller(), uuid(id))
                .map(ConnectionView::of)
                .map(Envelope::of);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Cancellable(false)
    @Operation(
            summary = "Change a connection",
            description =
                    "Replaces it as a whole; without a token the stored one stays, for the same site and account only.")
    public Uni<Envelope<ConnectionView>> change(@PathParam("id") String id, InputStream body) throws IOException {
        return connections.change(context.caller(), uuid(id), read(body)).map(Envelope::of);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Forget a connection", description = "Ends its running sync. What it brought in stays.")
    @APIResponse(responseCode = "204", description = "Token, schedule and runs are deleted")
    public Uni<RestResponse<Void>> delete(@PathParam("id") String id) {
        return repository.delete(context.caller(), uuid(id)).map(_ -> RestResponse.noContent());
    }

    @POST
    @Path("/{id}/test")
    @Operation(summary = "Ask the site whether it still knows the account")
    public Uni<Envelope<ConnectionView>> test(@PathParam("id") String id) {
        return connections.test(context.caller(), uuid(id)).map(Envelope::of);
    }

    @POST
    @Path("/rotate")
    @Operation(
            summary = "Seal all secrets anew",
            description =
                    "Tokens of connections and secrets of webhooks, under the first of PLUMBLINE_SECRET_KEYS, so that an old"
                            + " key can be dropped. Syncs do the same for their own connection.")
    public Uni<Envelope<Map<String, Integer>>> rotate() {
        return keys.reseal(context.caller()).map(count -> Envelope.of(Map.of("resealed", count)));
    }

    /** @throws ProblemException (404) where the text is no id */
    public static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ConnectionRepository.notFound();
        }
    }

    private static ConnectionBody read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            throw new ProblemException(CommonProblem.PAYLOAD_TOO_LARGE, "A connection is at most 64 KB.");
        }
        return Json.mapper().readValue(bytes, ConnectionBody.class);
    }
}
