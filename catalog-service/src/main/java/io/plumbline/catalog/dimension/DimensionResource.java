package io.plumbline.catalog.dimension;

import io.plumbline.catalog.http.Answers;
import io.plumbline.catalog.store.CurrentCatalog;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.tenant.Roles;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The dimensions; the same for every tenant. */
@Path("/analytics/dimensions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
@Tag(name = "dimensions")
@NonBlocking
public final class DimensionResource {
    private final CurrentCatalog current;

    DimensionResource(CurrentCatalog current) {
        this.current = current;
    }

    @GET
    @Operation(summary = "Lists what answers can be grouped and filtered by")
    public Envelope<List<DimensionView>> list() {
        Catalog catalog = current.load();
        return Answers.of(
                catalog, catalog.dimensions().stream().map(DimensionView::of).toList());
    }
}
