package io.plumbline.catalog.history;

import io.plumbline.catalog.http.Answers;
import io.plumbline.catalog.store.HistoryEntry;
import io.plumbline.catalog.store.HistoryRepository;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The history of a tenant's overlay, the newest change first; paged by {@code before}, a revision. */
@Path("/analytics/overlay/history")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
@Tag(name = "history")
@NonBlocking
public final class OverlayHistoryResource {
    private final HistoryRepository history;
    private final TenantCatalogs catalogs;
    private final TenantContext context;

    OverlayHistoryResource(HistoryRepository history, TenantCatalogs catalogs, TenantContext context) {
        this.history = history;
        this.catalogs = catalogs;
        this.context = context;
    }

    @GET
    @Operation(summary = "Tells who changed the tenant's overlay, when, and what it was before")
    public Uni<Envelope<List<HistoryEntry>>> get(
            @QueryParam("before") String before, @QueryParam("limit") String limit) {
        HistoryPage page = HistoryPage.read(before, limit);
        return catalogs.load(context.caller())
                .flatMap(catalog -> history.load(context.caller(), null, page.before(), page.limit())
                        .map(changes -> Answers.ofHistory(catalog.part().revision(), changes)));
    }
}
