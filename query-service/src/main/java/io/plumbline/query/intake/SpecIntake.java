package io.plumbline.query.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.query.compiler.Compiled;
import io.plumbline.query.compiler.Opened;
import io.plumbline.query.compiler.QueryCompiler;
import io.plumbline.query.compiler.drill.DrillRequest;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.SpecLimits;
import io.plumbline.spec.canonical.SpecHash;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.read.ReadResult;
import io.plumbline.spec.read.SpecReader;
import io.plumbline.spec.snapshot.TenantSnapshots;
import io.plumbline.spec.tenant.Tenant;
import io.plumbline.spec.trace.Steps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jboss.logging.MDC;

/** Reads, checks and compiles what a caller sent. Every fault found is told at once and counted. */
@ApplicationScoped
public class SpecIntake {
    /** The member of each log line that names the spec. */
    private static final String QUERY_HASH = "query_hash";

    private static final Duration CATALOG_RETRY = Duration.ofSeconds(2);

    private final TenantSnapshots catalogs;
    private final MeterRegistry metrics;
    private final SpecReader reader = SpecReader.interactive();
    private final SpecReader jobs = SpecReader.forJobs();
    private final QueryCompiler compiler = new QueryCompiler();
    private final CompiledSpecs compiled = new CompiledSpecs(compiler);
    private final Clock clock = Clock.systemUTC();

    SpecIntake(TenantSnapshots catalogs, MeterRegistry metrics) {
        this.catalogs = catalogs;
        this.metrics = metrics;
    }

    /**
     * The compiled spec, by the tenant's catalog.
     *
     * @return fails with a {@link ProblemException} where the body is no valid spec, or no catalog was loaded yet
     */
    public Uni<AcceptedSpec> accept(byte[] body, Tenant tenant) {
        ReadSpec asked = read(body);
        return catalog(tenant).map(catalog -> compile(asked, catalog, tenant));
    }

    /** The same for a job, whose answer may have more rows; without a limit it has as many as a job's may. */
    public Uni<AcceptedSpec> acceptForJob(byte[] body, Tenant tenant) {
        ReadSpec asked = Steps.timed("parse", () -> named(parse(jobs, body).withDefaultLimit(SpecLimits.JOB_ROWS)));
        return catalog(tenant).map(catalog -> compile(asked, catalog, tenant));
    }

    /**
     * What the body asks, not compared with any catalog yet.
     *
     * @throws ProblemException where the body is no spec
     */
    public ReadSpec read(byte[] body) {
        return Steps.timed("parse", () -> named(parse(reader, body)));
    }

    private AnalyticsSpec parse(SpecReader by, byte[] body) {
        return switch (by.read(body)) {
            case ReadResult.Valid valid -> valid.spec();
            case ReadResult.Invalid invalid -> {
                count(invalid.errors());
                yield invalid.orThrow();
            }
        };
    }

    /**
     * A spec that was read before.
     *
     * @param json in canonical form
     * @throws ProblemException where it is no spec any more
     */
    public ReadSpec readAgain(String json) {
        return named(reader.read(json).orThrow());
    }

    /**
     * The spec compiled for the present.
     *
     * @throws ProblemException where the catalog does not take it
     */
    public AcceptedSpec compile(ReadSpec asked, Catalog catalog, Tenant tenant) {
        // The database counts in microseconds: what is stored of it must be what was used.
        return compile(asked, catalog, clock.instant().truncatedTo(ChronoUnit.MICROS), tenant);
    }

    /** The same at a present that has passed, to the microsecond. */
    public Uni<AcceptedSpec> accept(byte[] body, Instant now, Tenant tenant) {
        ReadSpec asked = read(body);
        return catalog(tenant).map(catalog -> compile(asked, catalog, now, tenant));
    }

    /**
     * The same for a spec that was read before, at a present of that time.
     *
     * @return fails with a {@link ProblemException} where the catalog no longer takes it, or none was loaded yet
     */
    public Uni<AcceptedSpec> accept(AnalyticsSpec spec, Instant now, Tenant tenant) {
        ReadSpec asked = named(spec);
        return catalog(tenant).map(catalog -> compile(asked, catalog, now, tenant));
    }

    private AcceptedSpec compile(ReadSpec asked, Catalog catalog, Instant now, Tenant tenant) {
        return switch (Steps.timed("compile", () -> compiled.compile(asked, catalog, now, tenant))) {
            case Compiled.Query query -> new AcceptedSpec(asked.spec(), asked.hash(), tenant, catalog, now, query, 0);
            case Compiled.Rejected rejected -> throw invalid(CommonProblem.INVALID_SPEC, rejected.errors());
        };
    }

    private static ReadSpec named(AnalyticsSpec spec) {
        String hash = SpecHash.of(spec);
        MDC.put(QUERY_HASH, hash);
        return new ReadSpec(spec, hash);
    }

    /**
     * The compiled cell.
     *
     * @param json the spec; null where the request has none
     * @return fails with a {@link ProblemException} where spec or cell is not valid, or no catalog was loaded yet
     */
    public Uni<OpenedCell> open(JsonNode json, DrillRequest request, Tenant tenant) {
        ReadSpec asked = named(readMember(json));
        return catalog(tenant)
                .map(catalog -> switch (compiler.open(asked.spec(), request, catalog, clock.instant(), tenant.slug())) {
                    case Opened.Query query -> new OpenedCell(request, asked.hash(), catalog.version(), query);
                    case Opened.Rejected rejected -> throw invalid(CommonProblem.INVALID_REQUEST, rejected.errors());
                });
    }

    private AnalyticsSpec readMember(JsonNode json) {
        if (json == null || json.isNull()) {
            throw invalid(
                    CommonProblem.INVALID_REQUEST,
                    List.of(FieldError.of("/spec", "missing", "The spec whose answer has the cell is needed.")));
        }
        return switch (reader.read(json)) {
            case ReadResult.Valid valid -> valid.spec();
            case ReadResult.Invalid invalid ->
                throw invalid(
                        CommonProblem.INVALID_SPEC,
                        invalid.errors().stream()
                                .map(error -> error.within("/spec"))
                                .toList());
        };
    }

    /**
     * The definitions that the tenant's specs are compiled against.
     *
     * @return fails with a {@link ProblemException} where no catalog was loaded yet
     */
    public Uni<Catalog> catalog(Tenant tenant) {
        return catalogs.load(tenant)
                .map(found -> found.orElseThrow(() -> new ProblemException(
                                QueryProblem.CATALOG_UNAVAILABLE, "They are being loaded. Try again in a moment.")
                        .withRetryAfter(CATALOG_RETRY)));
    }

    private ProblemException invalid(CommonProblem type, List<FieldError> errors) {
        count(errors);
        String detail = errors.size() == 1
                ? errors.getFirst().message()
                : "%d places need correction; `errors` names each.".formatted(errors.size());
        return new ProblemException(type, detail, errors);
    }

    private void count(List<FieldError> errors) {
        errors.forEach(error ->
                metrics.counter("spec_validation_errors", "code", error.code()).increment());
    }
}
