package io.plumbline.catalog.pages;

import io.plumbline.catalog.http.Documents;
import io.plumbline.catalog.metric.MetricFilter;
import io.plumbline.catalog.metric.MetricReference;
import io.plumbline.catalog.metric.MetricService;
import io.plumbline.catalog.metric.UnknownMetric;
import io.plumbline.catalog.store.TenantCatalog;
import io.plumbline.catalog.store.TenantCatalogs;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The tenant's catalog as pages for people. Links between them are relative, so that they work from a folder, too. */
@Path("/analytics/metrics/docs")
@RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
@Tag(name = "pages")
@NonBlocking
public final class PagesResource {
    private static final String SUFFIX = ".html";
    private static final String INDEX = "index";

    private final TenantCatalogs catalogs;
    private final TenantContext context;
    private final MetricService metrics;
    private final UnknownMetric unknown;

    PagesResource(TenantCatalogs catalogs, TenantContext context, MetricService metrics, UnknownMetric unknown) {
        this.catalogs = catalogs;
        this.context = context;
        this.metrics = metrics;
        this.unknown = unknown;
    }

    /** The templates in {@code templates/pages}, checked when the service is built. */
    @CheckedTemplate(basePath = "pages")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance index(IndexPage page, RawString style);

        static native TemplateInstance metric(MetricPage page, RawString style);
    }

    @GET
    @Operation(summary = "Gives the index of the catalog's pages")
    @APIResponse(responseCode = "200", content = @Content(mediaType = MediaType.TEXT_HTML))
    public Uni<RestResponse<String>> index(@HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return page("docs", ifNoneMatch, "docs/");
    }

    @GET
    @Path("/{page}")
    @Operation(summary = "Gives the page of a metric: velocity.html, or of one version: velocity@1.html; or index.html")
    @APIResponse(responseCode = "200", content = @Content(mediaType = MediaType.TEXT_HTML))
    public Uni<RestResponse<String>> page(
            @PathParam("page") String page, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return page(page.endsWith(SUFFIX) ? page.substring(0, page.length() - SUFFIX.length()) : page, ifNoneMatch, "");
    }

    private Uni<RestResponse<String>> page(String name, String ifNoneMatch, String folder) {
        return catalogs.load(context.caller()).map(tenant -> {
            // Reserved in addresses, so no metric is called that.
            boolean index = !folder.isEmpty() || name.equals(INDEX);
            TemplateInstance page = index ? index(tenant, folder) : metric(tenant, name);
            return Documents.of(MediaType.TEXT_HTML, tenant.catalog().version() + ".html", ifNoneMatch, page::render)
                    .header("Content-Security-Policy", PageStyle.POLICY)
                    .build();
        });
    }

    private TemplateInstance index(TenantCatalog tenant, String folder) {
        return Templates.index(
                IndexPage.of(tenant.catalog(), metrics.list(tenant.catalog(), MetricFilter.LISTED), folder),
                PageStyle.CSS);
    }

    private TemplateInstance metric(TenantCatalog tenant, String name) {
        MetricDefinition metric = MetricReference.parse(name)
                .flatMap(reference -> metrics.find(tenant.catalog(), reference))
                .orElseThrow(() -> unknown.problem(tenant.catalog(), name));
        return Templates.metric(
                MetricPage.of(tenant, metric, metrics.versions(tenant.catalog(), metric.name())), PageStyle.CSS);
    }
}
