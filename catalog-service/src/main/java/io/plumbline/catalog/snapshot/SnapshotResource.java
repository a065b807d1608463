package io.plumbline.catalog.snapshot;

import io.plumbline.catalog.store.CurrentCatalog;
import io.plumbline.spec.catalog.Catalog;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The catalog as query-service and translator-service read it. It holds nothing of a tenant and is not routed by the
 * gateway, so it needs no token.
 */
@Path("/internal/catalog")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@NonBlocking
public final class SnapshotResource {
    private final CurrentCatalog current;

    SnapshotResource(CurrentCatalog current) {
        this.current = current;
    }

    @GET
    @Operation(hidden = true)
    public Catalog get() {
        return current.load();
    }
}
