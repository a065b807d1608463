package io.plumbline.load.compiler;

import io.plumbline.catalog.definition.CatalogFiles;
import io.plumbline.load.shape.Shape;
import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.query.compiler.plan.PlannedQuery;
import io.plumbline.query.compiler.plan.Planner;
import io.plumbline.query.compiler.resolve.ResolvedSpec;
import io.plumbline.query.compiler.resolve.Resolver;
import io.plumbline.query.compiler.sql.SqlQuery;
import io.plumbline.query.compiler.sql.SqlRenderer;
import io.plumbline.query.compiler.validate.SpecValidator;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.problem.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The compiler's parts one by one, over all shapes in turn; each is given what the part before it makes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PartsBenchmark {
    private static final String TENANT = "acme";

    private final Instant now = Instant.now();
    private CatalogIndex catalog;
    private Specs specs;
    private List<ResolvedSpec> resolved;
    private List<PlannedQuery> planned;
    private int next;

    @Setup
    public void load() {
        catalog = new CatalogIndex(CatalogFiles.load());
        specs = new Specs(List.of(Shape.values()));
        resolved = specs.all().stream().map(this::resolve).toList();
        planned = resolved.stream().map(spec -> Planner.plan(spec, TENANT)).toList();
    }

    @Benchmark
    public AnalyticsSpec read() {
        return Specs.read(specs.nextText());
    }

    @Benchmark
    public List<FieldError> validate() {
        return SpecValidator.faults(specs.nextSpec(), catalog, now);
    }

    @Benchmark
    public ResolvedSpec resolve() {
        return resolve(specs.nextSpec());
    }

    @Benchmark
    public PlannedQuery plan() {
        return Planner.plan(next(resolved), TENANT);
    }

    /** The answer's statement and those of its warnings. */
    @Benchmark
    public SqlQuery render() {
        PlannedQuery query = next(planned);
        query.warnings().forEach(warning -> SqlRenderer.render(warning.plan()));
        return SqlRenderer.render(query.rows());
    }

    private ResolvedSpec resolve(AnalyticsSpec spec) {
        return new Resolver(catalog, now).resolve(spec);
    }

    private <T> T next(List<T> all) {
        next = next + 1 == all.size() ? 0 : next + 1;
        return all.get(next);
    }
}
