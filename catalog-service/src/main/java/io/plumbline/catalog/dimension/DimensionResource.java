package io.plumbline.catalog.dimension;

import io.plumbline.catalog.http.Answers;
import io.plumbline.catalog.store.TenantCatalog;
import io.plumbline.catalog.store.TenantCatalogs;
import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The dimensions: the same for every tenant but for the words that lead to them. */
@Path("/analytics/dimensions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
@Tag(name = "dimensions")
@NonBlocking
public final class DimensionResource {
    private final TenantCatalogs catalogs;
    private final TenantContext context;

    DimensionResource(TenantCatalogs catalogs, TenantContext context) {
        this.catalogs = catalogs;
        this.context = context;
    }

    @GET
    @Operation(summary = "Lists what answers can be grouped and filtered by")
    public Uni<Envelope<List<DimensionView>>> list() {
        return catalogs.load(context.caller())
                .map(TenantCatalog::catalog)
                .map(catalog -> Answers.of(
                        catalog,
                        catalog.dimensions().stream().map(DimensionView::of).toList()));
    }
}
