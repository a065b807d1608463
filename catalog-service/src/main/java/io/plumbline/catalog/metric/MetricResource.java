package io.plumbline.catalog.metric;

import io.plumbline.catalog.http.Answers;
import io.plumbline.catalog.store.TenantCatalog;
import io.plumbline.catalog.store.TenantCatalogs;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.http.Envelope;
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

/** The metrics that questions can be asked about: the product's and the tenant's own. */
@Path("/analytics/metrics")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
@Tag(name = "metrics")
@NonBlocking
public final class MetricResource {
    private final TenantCatalogs catalogs;
    private final TenantContext context;
    private final MetricService metrics;
    private final MetricSearch search;
    private final UnknownMetric unknown;

    MetricResource(
            TenantCatalogs catalogs,
            TenantContext context,
            MetricService metrics,
            MetricSearch search,
            UnknownMetric unknown) {
        this.catalogs = catalogs;
        this.context = context;
        this.metrics = metrics;
        this.search = search;
        this.unknown = unknown;
    }

    @GET
    @Operation(summary = "Lists the newest version of each metric, by category and name")
    public Uni<Envelope<List<MetricView>>> list(
            @QueryParam("category") String category,
            @QueryParam("active") String active,
            @QueryParam("tag") String tag) {
        return load().map(tenant -> {
            Catalog catalog = tenant.catalog();
            MetricFilter filter = MetricRequests.filter(categories(catalog), category, active, tag);
            return Answers.of(catalog, views(tenant, metrics.list(catalog, filter)));
        });
    }

    @GET
    @Path("/search")
    @Operation(summary = "Finds metrics by name, display name, description and synonyms; tolerates typing errors")
    public Uni<Envelope<List<MetricHit>>> search(@QueryParam("q") String q, @QueryParam("limit") String limit) {
        String query = MetricRequests.query(q);
        int most = MetricRequests.limit(limit);
        return load().map(TenantCatalog::catalog)
                .map(catalog -> Answers.of(
                        catalog,
                        search.search(listed(catalog), query, most).stream()
                                .map(MetricHit::of)
                                .toList()));
    }

    @GET
    @Path("/{name}")
    @Operation(summary = "Gives one metric: its newest version, or that of a major version (velocity@1)")
    public Uni<Envelope<MetricView>> get(@PathParam("name") String name) {
        return load().map(tenant -> {
            Catalog catalog = tenant.catalog();
            MetricDefinition metric = MetricReference.parse(name)
                    .flatMap(reference -> metrics.find(catalog, reference))
                    .orElseThrow(() -> unknown.problem(catalog, name));
            return Answers.of(catalog, view(tenant, metric));
        });
    }

    @GET
    @Path("/{name}/versions")
    @Operation(summary = "Gives all versions of a metric, the newest first")
    public Uni<Envelope<List<MetricView>>> versions(@PathParam("name") String name) {
        return load().map(tenant -> {
            List<MetricDefinition> versions = metrics.versions(tenant.catalog(), name);
            if (versions.isEmpty()) {
                throw unknown.problem(tenant.catalog(), name);
            }
            return Answers.of(tenant.catalog(), views(tenant, versions));
        });
    }

    private Uni<TenantCatalog> load() {
        return catalogs.load(context.caller());
    }

    private List<MetricDefinition> listed(Catalog catalog) {
        return metrics.list(catalog, MetricFilter.LISTED);
    }

    private static List<String> categories(Catalog catalog) {
        return catalog.metrics().stream()
                .map(MetricDefinition::category)
                .distinct()
                .toList();
    }

    private static List<MetricView> views(TenantCatalog tenant, List<MetricDefinition> definitions) {
        return definitions.stream().map(metric -> view(tenant, metric)).toList();
    }

    private static MetricView view(TenantCatalog tenant, MetricDefinition metric) {
        return tenant.part().versionsOf(metric.name()).isEmpty()
                ? MetricView.ofProduct(metric)
                : MetricView.ofTenant(metric);
    }
}
