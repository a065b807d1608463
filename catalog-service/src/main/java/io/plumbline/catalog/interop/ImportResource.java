package io.plumbline.catalog.interop;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.catalog.http.Answers;
import io.plumbline.catalog.http.CatalogProblem;
import io.plumbline.catalog.http.Flags;
import io.plumbline.catalog.interop.file.Reading;
import io.plumbline.catalog.interop.file.Unmappable;
import io.plumbline.catalog.interop.yaml.YamlException;
import io.plumbline.catalog.interop.yaml.YamlReader;
import io.plumbline.catalog.interop.yaml.YamlText;
import io.plumbline.catalog.lifecycle.BatchService;
import io.plumbline.catalog.lifecycle.WriteRequest;
import io.plumbline.catalog.store.TenantCatalog;
import io.plumbline.catalog.store.TenantCatalogs;
import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Roles;
import io.plumbline.spec.tenant.TenantContext;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Metrics of a file become metrics of the tenant, each checked and tried like one that is written over the API. What can't
 * be taken is told item by item and changes nothing; the rest is written together.
 */
@Path("/analytics/metrics/import")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMIN)
@Tag(name = "interchange")
@NonBlocking
@Cancellable(false)
public final class ImportResource {
    /** Each is tried on the tenant's data, so many at once would be long. */
    private static final int MOST_METRICS = 200;

    private final TenantCatalogs catalogs;
    private final BatchService batches;
    private final TenantContext context;
    private final JsonWebToken token;

    ImportResource(TenantCatalogs catalogs, BatchService batches, TenantContext context, JsonWebToken token) {
        this.catalogs = catalogs;
        this.batches = batches;
        this.context = context;
        this.token = token;
    }

    @POST
    @Operation(
            summary = "Makes the metrics of another tool's file metrics of the tenant",
            description = "The body is the file as YAML. With dry_run=true nothing is written.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = YamlText.MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    public Uni<Envelope<ImportReport>> importFile(
            String body,
            @Parameter(description = "dbt (default) or osi") @QueryParam("format") String format,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("dry_run") String dryRun) {
        Format chosen = Format.load(format);
        var request =
                new WriteRequest(context.caller(), token.getRawToken(), ifMatch, Flags.read("/dry_run", dryRun, false));
        JsonNode file = yaml(body);
        return catalogs.load(request.caller()).flatMap(tenant -> {
            var items = new ImportItems(read(chosen, file, tenant));
            return batches.submit(
                            request,
                            tenant,
                            items.inOrder().stream()
                                    .map(Reading.Taken::definition)
                                    .toList())
                    .map(result -> Answers.of(
                            result.catalog().catalog(),
                            report(chosen, request.dryRun(), items.items(result.outcomes()))));
        });
    }

    private static JsonNode yaml(String body) {
        try {
            return YamlReader.read(body == null ? "" : body);
        } catch (YamlException e) {
            throw invalid(List.of(FieldError.of("", e.code(), e.getMessage())));
        }
    }

    private static List<Reading> read(Format format, JsonNode file, TenantCatalog tenant) {
        List<Reading> readings;
        try {
            readings = format.read(file, tenant.catalog());
        } catch (Unmappable e) {
            throw invalid(List.of(e.error()));
        }
        if (readings.isEmpty() || readings.size() > MOST_METRICS) {
            String message = readings.isEmpty()
                    ? "The file defines no metric."
                    : "A file may define at most %d metrics; split it.".formatted(MOST_METRICS);
            throw invalid(List.of(FieldError.of("", readings.isEmpty() ? "no_metrics" : "too_many_metrics", message)));
        }
        return readings;
    }

    private static ImportReport report(Format format, boolean dryRun, List<ImportReport.Item> items) {
        ImportReport report = ImportReport.of(format, dryRun, items);
        if (report.refused() == items.size()) {
            throw invalid(items.stream().flatMap(item -> item.errors().stream()).toList());
        }
        return report;
    }

    private static ProblemException invalid(List<FieldError> errors) {
        String detail = errors.size() == 1
                ? errors.getFirst().message()
                : "No metric of the file can be taken; `errors` says why, each at its place.";
        return new ProblemException(CatalogProblem.INVALID_FILE, detail, errors);
    }
}
