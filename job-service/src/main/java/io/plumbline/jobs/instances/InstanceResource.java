package io.plumbline.jobs.instances;

import io.plumbline.jobs.imports.ImportIntake;
import io.plumbline.jobs.imports.InstanceSlug;
import io.plumbline.jobs.mapping.FieldMapping;
import io.plumbline.spec.Json;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The field mapping of a connected tracker. */
@Path("/analytics/instances/{instance}/mapping")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "instances", description = "What a tracker's fields and statuses mean")
public class InstanceResource {
    private static final int MAX_BODY = 64 * 1024;

    private final TenantContext context;
    private final MappingRepository mappings;
    private final ImportIntake intake;

    InstanceResource(TenantContext context, MappingRepository mappings, ImportIntake intake) {
        this.context = context;
        this.mappings = mappings;
        this.intake = intake;
    }

    @GET
    @RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
    @Operation(summary = "Show an instance's mapping", description = "With what was detected and what statuses mean")
    public Uni<Envelope<MappingView>> get(@PathParam("instance") String instance) {
        return mappings.load(context.caller(), InstanceSlug.require(instance)).map(Envelope::of);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Blocking
    @Cancellable(false)
    @Operation(
            summary = "Set an instance's mapping",
            description = "Replaces the mapping and derives the instance's data again, as an import whose progress"
                    + " /analytics/imports/{id} tells. The instance may be empty still.")
    @APIResponse(responseCode = "200", description = "Stored; derive_id names the derivation's import")
    public Uni<Envelope<MappingView>> put(@PathParam("instance") String instance, InputStream body) throws IOException {
        Caller caller = context.caller();
        String slug = InstanceSlug.require(instance);
        FieldMapping mapping = MappingRules.checked(Json.mapper().readValue(limited(body), FieldMapping.class));
        return mappings.save(caller, slug, mapping)
                .chain(() -> intake.deriveAgain(caller, slug))
                .chain(derivation -> mappings.load(caller, slug).map(view -> view.derivedBy(derivation.id())))
                .map(Envelope::of);
    }

    private static byte[] limited(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_BODY + 1);
        if (bytes.length > MAX_BODY) {
            throw new ProblemException(CommonProblem.PAYLOAD_TOO_LARGE, "A mapping is at most 64 KB.");
        }
        return bytes;
    }
}
