package io.plumbline.catalog.metric;

import io.plumbline.catalog.http.Answers;
import io.plumbline.catalog.store.CurrentCatalog;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Roles;
import io.smallrye.common.annotation.NonBlocking;
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

/** The metrics that questions can be asked about; the same for every tenant. */
@Path("/analytics/metrics")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
@Tag(name = "metrics")
@NonBlocking
public final class MetricResource {
    private static final int NEAREST = 3;

    private final CurrentCatalog current;
    private final MetricService metrics;
    private final MetricSearch search;

    MetricResource(CurrentCatalog current, MetricService metrics, MetricSearch search) {
        this.current = current;
        this.metrics = metrics;
        this.search = search;
    }

    @GET
    @Operation(summary = "Lists the newest version of each metric, by category and name")
    public Envelope<List<MetricView>> list(
            @QueryParam("category") String category,
            @QueryParam("active") String active,
            @QueryParam("tag") String tag) {
        Catalog catalog = current.load();
        MetricFilter filter = MetricRequests.filter(categories(catalog), category, active, tag);
        return Answers.of(catalog, views(metrics.list(catalog, filter)));
    }

    @GET
    @Path("/search")
    @Operation(summary = "Finds metrics by name, display name, description and synonyms; tolerates typing errors")
    public Envelope<List<MetricHit>> search(@QueryParam("q") String q, @QueryParam("limit") String limit) {
        Catalog catalog = current.load();
        String query = MetricRequests.query(q);
        return Answers.of(
                catalog,
                search.search(listed(catalog), query, MetricRequests.limit(limit)).stream()
                        .map(MetricHit::of)
                        .toList());
    }

    @GET
    @Path("/{name}")
    @Operation(summary = "Gives one metric: its newest version, or that of a major version (velocity@1)")
    public Envelope<MetricView> get(@PathParam("name") String name) {
        Catalog catalog = current.load();
        MetricDefinition metric = MetricReference.parse(name)
                .flatMap(reference -> metrics.find(catalog, reference))
                .orElseThrow(() -> unknown(catalog, name));
        return Answers.of(catalog, MetricView.of(metric));
    }

    @GET
    @Path("/{name}/versions")
    @Operation(summary = "Gives all versions of a metric, the newest first")
    public Envelope<List<MetricView>> versions(@PathParam("name") String name) {
        Catalog catalog = current.load();
        List<MetricDefinition> versions = metrics.versions(catalog, name);
        if (versions.isEmpty()) {
            throw unknown(catalog, name);
        }
        return Answers.of(catalog, views(versions));
    }

    private List<MetricDefinition> listed(Catalog catalog) {
        return metrics.list(catalog, new MetricFilter(null, true, null));
    }

    private static List<String> categories(Catalog catalog) {
        return catalog.metrics().stream()
                .map(MetricDefinition::category)
                .distinct()
                .toList();
    }

    private static List<MetricView> views(List<MetricDefinition> definitions) {
        return definitions.stream().map(MetricView::of).toList();
    }

    private ProblemException unknown(Catalog catalog, String name) {
        String bare = name.replaceFirst("@.*", "");
        List<String> nearest = bare.length() > MetricRequests.QUERY_LENGTH
                ? List.of()
                : search.nearest(listed(catalog), bare, NEAREST);
        boolean known = !metrics.versions(catalog, bare).isEmpty();
        String message = known
                ? "This metric has no such version; its versions are at /analytics/metrics/" + bare + "/versions."
                : "There is no such metric; the list is at /analytics/metrics.";
        return new ProblemException(
                CommonProblem.NOT_FOUND,
                nearest.isEmpty() ? message : message + " Nearest: " + String.join(", ", nearest) + ".",
                List.of(new FieldError(
                        "/name",
                        known ? "unknown_version" : "unknown_metric",
                        message,
                        nearest,
                        nearest.isEmpty() ? null : nearest.getFirst())));
    }
}
