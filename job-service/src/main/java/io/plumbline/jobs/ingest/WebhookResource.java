package io.plumbline.jobs.ingest;

import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What trackers send of themselves. There is no token: the signature tells who sent it. */
@Path("/analytics/webhooks/{tenant}/{instance}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "webhooks", description = "Events that trackers send")
public class WebhookResource {
    static final int MAX_BODY = 1024 * 1024;

    private final Webhooks webhooks;

    WebhookResource(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    @Blocking
    @Cancellable(false)
    @Operation(
            summary = "Take in a webhook of Jira",
            description =
                    "Signed by X-Hub-Signature: sha256=<HMAC-SHA256 of the body in hex>. Sending it again changes nothing.")
    @APIResponse(responseCode = "202", description = "It is kept and will be merged, or was already")
    @APIResponse(responseCode = "400", description = "Too old, or no JSON; it is kept as a dead letter")
    @APIResponse(responseCode = "401", description = "No such address, or not its signature")
    @APIResponse(responseCode = "413", description = "More than 1 MB")
    public Uni<RestResponse<Envelope<WebhookView.Receipt>>> take(
            @PathParam("tenant") String tenant,
            @PathParam("instance") String instance,
            @HeaderParam("X-Hub-Signature") String signature,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            throw new ProblemException(CommonProblem.PAYLOAD_TOO_LARGE, "A webhook's body is at most 1 MB.");
        }
        return webhooks.take(tenant, instance, signature, bytes)
                .map(receipt -> RestResponse.status(RestResponse.Status.ACCEPTED, Envelope.of(receipt)));
    }
}
