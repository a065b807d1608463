package io.plumbline.catalog.overlay;

import io.plumbline.catalog.http.Answers;
import io.plumbline.catalog.http.Flags;
import io.plumbline.catalog.http.Preconditions;
import io.plumbline.catalog.store.TenantCatalogs;
import io.plumbline.catalog.tenant.Overlay;
import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** What a tenant sets on top of everybody's catalog; it changes nothing for anyone else. */
@Path("/analytics/overlay")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "overlay")
@NonBlocking
public final class OverlayResource {
    private final OverlayService service;
    private final TenantCatalogs catalogs;
    private final TenantContext context;

    OverlayResource(OverlayService service, TenantCatalogs catalogs, TenantContext context) {
        this.service = service;
        this.catalogs = catalogs;
        this.context = context;
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
    @Operation(
            summary = "Gives the tenant's defaults of parameters, hidden metrics, further words and working calendar")
    public Uni<Envelope<OverlayView>> get() {
        return catalogs.load(context.caller()).map(catalog -> Answers.of(catalog.catalog(), OverlayView.of(catalog)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Cancellable(false)
    @Operation(summary = "Replaces the overlay whole; needs If-Match with the ETag that was read")
    public Uni<Envelope<OverlayView>> put(
            Overlay body, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @QueryParam("dry_run") String dryRun) {
        Preconditions.require(ifMatch);
        if (body == null) {
            throw new ProblemException(
                    CommonProblem.INVALID_REQUEST,
                    "Send the overlay: an object with `parameters`, `hidden`, `synonyms` and `calendar`, each as you need it.");
        }
        boolean dry = Flags.read("/dry_run", dryRun, false);
        return service.replace(context.caller(), body, ifMatch, dry)
                .map(catalog -> Answers.of(catalog.catalog(), OverlayView.of(catalog)));
    }
}
