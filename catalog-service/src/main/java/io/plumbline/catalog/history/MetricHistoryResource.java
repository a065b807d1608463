package io.plumbline.catalog.history;

import io.plumbline.catalog.http.Answers;
import io.plumbline.catalog.store.HistoryEntry;
import io.plumbline.catalog.store.HistoryRepository;
import io.plumbline.catalog.store.TenantCatalog;
import io.plumbline.catalog.store.TenantCatalogs;
import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The history of a tenant's metric, the newest change first; paged by {@code before}, a revision. */
@Path("/analytics/metrics/{name}/history")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
@Tag(name = "history")
@NonBlocking
public final class MetricHistoryResource {
    private final HistoryRepository history;
    private final TenantCatalogs catalogs;
    private final TenantContext context;

    MetricHistoryResource(HistoryRepository history, TenantCatalogs catalogs, TenantContext context) {
        this.history = history;
        this.catalogs = catalogs;
        this.context = context;
    }

    @GET
    @Operation(summary = "Tells who changed a metric of the tenant, when, and what it was before")
    public Uni<Envelope<List<HistoryEntry>>> get(
            @PathParam("name") String name, @QueryParam("before") String before, @QueryParam("limit") String limit) {
        HistoryPage page = HistoryPage.read(before, limit);
        return catalogs.load(context.caller())
                .invoke(catalog -> requireKnown(catalog, name))
                .flatMap(catalog -> history.load(context.caller(), name, page.before(), page.limit())
                        .map(changes -> Answers.ofHistory(catalog.part().revision(), changes)));
    }

    private static void requireKnown(TenantCatalog catalog, String name) {
        if (catalog.catalog().metrics().stream()
                .noneMatch(metric -> metric.name().equals(name))) {
            throw new ProblemException(
                    CommonProblem.NOT_FOUND, "There is no such metric; the list is at /analytics/metrics.");
        }
    }
}
