package io.plumbline.catalog.interop;

import io.plumbline.catalog.http.Documents;
import io.plumbline.catalog.interop.yaml.YamlText;
import io.plumbline.catalog.store.TenantCatalogs;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The tenant's catalog as a file of another tool. */
@Path("/analytics/metrics/export")
@RolesAllowed({Roles.VIEWER, Roles.ANALYST, Roles.ADMIN})
@Tag(name = "interchange")
@NonBlocking
public final class ExportResource {
    private final TenantCatalogs catalogs;
    private final TenantContext context;

    ExportResource(TenantCatalogs catalogs, TenantContext context) {
        this.catalogs = catalogs;
        this.context = context;
    }

    @GET
    @Operation(
            summary = "Gives the catalog as a YAML file of another tool",
            description = "dbt: semantic models and metrics. osi: Open Semantic Interchange 0.1.1.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = YamlText.MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    public Uni<RestResponse<String>> export(
            @Parameter(description = "dbt (default) or osi") @QueryParam("format") String format,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        Format chosen = Format.load(format);
        return catalogs.load(context.caller()).map(tenant -> {
            Catalog catalog = tenant.catalog();
            var file = Documents.of(
                    YamlText.MEDIA_TYPE,
                    catalog.version() + "." + chosen.wireName(),
                    ifNoneMatch,
                    () -> YamlText.of(chosen.export(catalog)));
            return Documents.asFile(file, "plumbline-%s.yaml".formatted(chosen.wireName()));
        });
    }
}
