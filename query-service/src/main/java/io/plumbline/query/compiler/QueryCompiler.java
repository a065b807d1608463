package io.plumbline.query.compiler;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plumbline.query.compiler.drill.DrillRequest;
import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.query.compiler.plan.DrillPlanner;
import io.plumbline.query.compiler.plan.PlannedDrill;
import io.plumbline.query.compiler.plan.PlannedQuery;
import io.plumbline.query.compiler.plan.Planner;
import io.plumbline.query.compiler.resolve.CellResolver;
import io.plumbline.query.compiler.resolve.ResolvedCell;
import io.plumbline.query.compiler.resolve.ResolvedMeasure;
import io.plumbline.query.compiler.resolve.ResolvedSpec;
import io.plumbline.query.compiler.resolve.Resolver;
import io.plumbline.query.compiler.sql.SqlRenderer;
import io.plumbline.query.compiler.validate.DrillValidator;
import io.plumbline.query.compiler.validate.SpecValidator;
import io.plumbline.query.compiler.words.Words;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.problem.FieldError;
import java.time.Instant;
import java.util.List;

/**
 * The one way from a spec to SQL. Thread-safe; keeps what it prepared of the catalogs in use. Without I/O, a clock or a
 * framework: equal arguments give equal results.
 */
public final class QueryCompiler {
    /** Equal versions are equal catalogs: tenants that change nothing share one. */
    private static final int CATALOGS_KEPT = 100;

    private final Cache<String, CatalogIndex> indexes =
            Caffeine.newBuilder().maximumSize(CATALOGS_KEPT).build();

    /**
     * Compiles a spec that has passed the syntactic checks.
     *
     * @param spec what was asked
     * @param catalog the snapshot that names are looked up in
     * @param now the present: where snapshots and open intervals end
     * @param tenant whose rows are read
     * @return the statement, or every mistake in the spec; never throws for a user's mistake
     */
    public Compiled compile(AnalyticsSpec spec, Catalog catalog, Instant now, String tenant) {
        CatalogIndex index = index(catalog);
        List<FieldError> faults = SpecValidator.faults(spec, index, now);
        return faults.isEmpty() ? query(spec, index, now, tenant) : new Compiled.Rejected(faults);
    }

    /**
     * Compiles what is behind one cell of a spec's answer. Arguments as for {@link #compile}.
     *
     * @param request the cell; pointers of its faults start at the request, whose member {@code spec} is the spec
     */
    public Opened open(AnalyticsSpec spec, DrillRequest request, Catalog catalog, Instant now, String tenant) {
        CatalogIndex index = index(catalog);
        List<FieldError> faults = SpecValidator.faults(spec, index, now).stream()
                .map(fault -> fault.within("/spec"))
                .toList();
        if (faults.isEmpty()) {
            faults = DrillValidator.faults(spec, request, index, now);
        }
        if (!faults.isEmpty()) {
            return new Opened.Rejected(faults);
        }
        return switch (new CellResolver(new Resolver(index, now).resolve(spec), request).resolve()) {
            case CellResolver.Cell.Open open -> opened(open.cell(), tenant);
            case CellResolver.Cell.Refused refused -> new Opened.Rejected(List.of(refused.fault()));
        };
    }

    private static Opened opened(ResolvedCell cell, String tenant) {
        PlannedDrill planned = DrillPlanner.plan(cell, tenant);
        return new Opened.Query(
                SqlRenderer.render(planned.page()),
                SqlRenderer.render(planned.totals()),
                planned.notes(),
                cell.measure().column(),
                cell.measure().metric(),
                cell.part().orElse(null));
    }

    private static Compiled.Query query(AnalyticsSpec spec, CatalogIndex index, Instant now, String tenant) {
        ResolvedSpec resolved = new Resolver(index, now).resolve(spec);
        PlannedQuery planned = Planner.plan(resolved, tenant);
        return new Compiled.Query(
                SqlRenderer.render(planned.rows()),
                planned.warnings().stream()
                        .map(warning -> new WarningQuery(SqlRenderer.render(warning.plan()), warning.sentences()))
                        .toList(),
                Notices.of(resolved),
                metricsUsed(resolved),
                Definitions.of(resolved),
                Words.of(spec, resolved),
                planned.description(),
                Day.of(now, resolved.time().zone()));
    }

    private CatalogIndex index(Catalog catalog) {
        return indexes.get(catalog.version(), _ -> new CatalogIndex(catalog));
    }

    private static List<String> metricsUsed(ResolvedSpec spec) {
        return spec.measures().stream()
                .map(ResolvedMeasure::metric)
                .map(MetricDefinition::id)
                .distinct()
                .toList();
    }
}
