package io.plumbline.catalog.snapshot;

import io.plumbline.catalog.store.CurrentCatalog;
import io.plumbline.catalog.store.TenantCatalog;
import io.plumbline.catalog.store.TenantCatalogs;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Tenant;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The catalog as query-service and translator-service read it. Not routed by the gateway: it needs no token, because the
 * services renew their copies also while nobody asks.
 */
@Path("/internal/catalog")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@NonBlocking
public final class SnapshotResource {
    private static final String READER = "catalog-snapshot";

    private final CurrentCatalog current;
    private final TenantCatalogs catalogs;

    SnapshotResource(CurrentCatalog current, TenantCatalogs catalogs) {
        this.current = current;
        this.catalogs = catalogs;
    }

    /** @param tenant whose catalog; null means the product's */
    @GET
    @Operation(hidden = true)
    public Uni<Catalog> get(@QueryParam("tenant") String tenant) {
        if (tenant == null) {
            return Uni.createFrom().item(current.load());
        }
        Tenant slug = Tenant.find(tenant)
                .orElseThrow(
                        () -> new ProblemException(CommonProblem.INVALID_REQUEST, "`tenant` is no tenant's name."));
        return catalogs.load(Caller.system(slug, READER)).map(TenantCatalog::catalog);
    }
}
