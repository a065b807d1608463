package io.plumbline.jobs.overview;

import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How a tenant's jobs are doing as a whole. */
@Path("/analytics/jobs/overview")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs", description = "Long queries")
public class OverviewResource {
    private final TenantContext context;
    private final OverviewRepository overviews;

    OverviewResource(TenantContext context, OverviewRepository overviews) {
        this.context = context;
        this.overviews = overviews;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Tell how the tenant's jobs are doing",
            description =
                    "What waits and how long, what runs, what became of the last hour's jobs, and why jobs failed")
    public Uni<Envelope<Overview>> get() {
        return overviews.load(context.caller()).map(Envelope::of);
    }
}
