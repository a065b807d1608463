package io.plumbline.jobs.ingest;

import io.plumbline.jobs.imports.InstanceSlug;
import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The webhook of a connected tracker. */
@Path("/analytics/instances/{instance}/webhook")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "webhooks", description = "Events that trackers send")
public class WebhookSettingsResource {
    private static final List<String> EVENTS = List.of(
            "jira:issue_created",
            "jira:issue_updated",
            "jira:issue_deleted",
            "comment_created",
            "comment_updated",
            "comment_deleted",
            "worklog_created",
            "worklog_updated",
            "worklog_deleted",
            "sprint_created",
            "sprint_updated",
            "sprint_started",
            "sprint_closed",
            "sprint_deleted");

    private final TenantContext context;
    private final WebhookSecrets secrets;
    private final String address;

    WebhookSettingsResource(
            TenantContext context,
            WebhookSecrets secrets,
            @ConfigProperty(name = "plumbline.public-url") Optional<String> address) {
        this.context = context;
        this.secrets = secrets;
        this.address = address.orElse("").replaceAll("/+$", "");
    }

    @PUT
    @Cancellable(false)
    @Operation(
            summary = "Make an instance's webhook secret",
            description =
                    "The answer alone shows it. A former secret ends at once, or within seconds in other processes")
    @APIResponse(responseCode = "200", description = "What to register at the tracker")
    @APIResponse(responseCode = "503", description = "No key to seal secrets with is set")
    public Uni<Envelope<WebhookView>> put(@PathParam("instance") String instance) {
        Caller caller = context.caller();
        String slug = InstanceSlug.require(instance);
        String secret = secrets.generate();
        return secrets.save(caller, slug, secret).map(made -> Envelope.of(view(caller, slug, secret, made)));
    }

    @GET
    @Operation(summary = "Show an instance's webhook", description = "Without its secret")
    @APIResponse(responseCode = "404", description = "The instance has none")
    public Uni<Envelope<WebhookView>> get(@PathParam("instance") String instance) {
        Caller caller = context.caller();
        String slug = InstanceSlug.require(instance);
        return secrets.load(caller, slug)
                .map(made ->
                        Envelope.of(view(caller, slug, null, made.orElseThrow(WebhookSettingsResource::notFound))));
    }

    @DELETE
    @Cancellable(false)
    @Operation(summary = "End an instance's webhook", description = "What it sends from then on is refused")
    @APIResponse(responseCode = "404", description = "The instance has none")
    public Uni<Void> delete(@PathParam("instance") String instance) {
        return secrets.delete(context.caller(), InstanceSlug.require(instance)).map(deleted -> {
            if (!deleted) {
                throw notFound();
            }
            return null;
        });
    }

    private WebhookView view(Caller caller, String instance, String secret, WebhookSecrets.Made made) {
        String url = address + "/analytics/webhooks/" + caller.tenant().slug() + "/" + instance;
        return new WebhookView(instance, url, secret, EVENTS, made.by(), made.at());
    }

    private static ProblemException notFound() {
        return new ProblemException(
                CommonProblem.NOT_FOUND, "The instance has no webhook; PUT makes one and shows its secret.");
    }
}
