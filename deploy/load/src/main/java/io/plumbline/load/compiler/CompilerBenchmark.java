package io.plumbline.load.compiler;

import io.plumbline.catalog.definition.CatalogFiles;
import io.plumbline.load.shape.Shape;
import io.plumbline.query.compiler.Compiled;
import io.plumbline.query.compiler.QueryCompiler;
import io.plumbline.spec.catalog.Catalog;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From a spec to its statements, for each shape: everything that a request does before it goes to the database. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CompilerBenchmark {
    @Param
    public Shape shape;

    private final QueryCompiler compiler = new QueryCompiler();
    private final Instant now = Instant.now();
    private Catalog catalog;
    private Specs specs;

    @Setup
    public void load() {
        catalog = CatalogFiles.load();
        specs = new Specs(List.of(shape));
    }

    /** Validated, resolved, planned and rendered, with the words and definitions that the answer tells. */
    @Benchmark
    public Compiled compile() {
        return compiler.compile(specs.nextSpec(), catalog, now, "acme");
    }
}
