package io.plumbline.query.compiler;

import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.query.compiler.index.MetricReference;
import io.plumbline.query.compiler.resolve.ResolvedMeasure;
import io.plumbline.query.compiler.resolve.ResolvedSpec;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;
import java.util.stream.Stream;

/** The metrics that a spec's numbers depend on: those of its measures, and what these are made of. */
final class Definitions {
    private Definitions() {}

    static List<MetricDefinition> of(ResolvedSpec spec) {
        return spec.measures().stream()
                .map(ResolvedMeasure::metric)
                .flatMap(metric -> withParts(metric, spec.catalog()))
                .distinct()
                .toList();
    }

    private static Stream<MetricDefinition> withParts(MetricDefinition metric, CatalogIndex catalog) {
        Stream<MetricDefinition> parts = names(metric.computation())
                .map(MetricReference::of)
                .flatMap(reference -> catalog.metric(reference).stream())
                .flatMap(part -> withParts(part, catalog));
        return Stream.concat(Stream.of(metric), parts);
    }

    private static Stream<String> names(Computation computation) {
        return switch (computation) {
            case Computation.Ratio ratio -> Stream.of(ratio.numerator(), ratio.denominator());
            case Computation.Derived derived -> derived.inputs().stream().map(Computation.Derived.Input::metric);
            case Computation.Composite composite -> composite.parts().stream().map(Computation.Composite.Part::metric);
            case Computation.Simple _, Computation.PerSprint _, Computation.Snapshot _ -> Stream.empty();
        };
    }
}
