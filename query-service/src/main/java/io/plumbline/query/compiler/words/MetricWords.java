package io.plumbline.query.compiler.words;

import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.query.compiler.index.MetricReference;
import io.plumbline.query.compiler.resolve.ResolvedSpec;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.Measure;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.expression.CalendarUse;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says what the metrics of the measures, and those that they are made of, are and how they are made. */
final class MetricWords {
    private final ResolvedSpec bound;
    private final CatalogIndex catalog;

    MetricWords(ResolvedSpec bound) {
        this.bound = bound;
        this.catalog = bound.catalog();
    }

    List<String> all(List<Measure> measures) {
        return IntStream.range(0, measures.size())
                .boxed()
                .flatMap(i -> metric(
                        measures.get(i).column(),
                        bound.measures().get(i).metric(),
                        measures.get(i).agg()))
                .distinct()
                .toList();
    }

    private Stream<String> metric(String column, MetricDefinition metric, Aggregation agg) {
        Stream<String> own = Stream.of(
                "%s is %s, version %s, %s."
                        .formatted(
                                column,
                                Phrases.quoted(metric.displayName()),
                                metric.version(),
                                Phrases.unit(metric.unit())),
                metric.description().strip(),
                computed(column, metric.computation(), agg));
        Stream<String> calendar = CalendarUse.in(metric.computation())
                ? Stream.of(catalog.catalog().calendar().inWords())
                : Stream.empty();
        return Stream.of(own, calendar, parts(metric.computation())).flatMap(it -> it);
    }

    private String computed(String column, Computation computation, Aggregation agg) {
        Aggregation rollUp = Objects.requireNonNullElse(agg, computation.aggregation());
        return switch (computation) {
            case Computation.Simple simple -> new RowWords(catalog).of(column, simple, rollUp);
            case Computation.PerSprint _ ->
                "%s takes a value of each sprint, by the sprint's end, and %s."
                        .formatted(column, RollUp.verb(rollUp, "these values"));
            case Computation.Snapshot snapshot -> StateWords.of(column, snapshot, rollUp, bound.metricTime());
            case Computation.Ratio ratio ->
                "%s is %s over %s, each computed for the whole group first; it is empty where the latter is 0."
                        .formatted(column, ratio.numerator(), ratio.denominator());
            case Computation.Derived derived ->
                "%s is made of %s, each computed for the whole group first."
                        .formatted(column, Phrases.joined(inputs(derived), "and"));
            case Computation.Composite composite ->
                "%s adds up, for each sprint, how far %s were from usual, and averages the sums over sprints."
                        .formatted(column, Phrases.joined(weights(composite), "and"));
        };
    }

    private static List<String> inputs(Computation.Derived derived) {
        return derived.inputs().stream()
                .map(input -> input.agg() == null ? input.metric() : RollUp.noun(input.agg()) + " of " + input.metric())
                .toList();
    }

    private static List<String> weights(Computation.Composite composite) {
        return composite.parts().stream()
                .map(part -> "%s (weight %s)".formatted(part.metric(), part.weight()))
                .toList();
    }

    private Stream<String> parts(Computation computation) {
        return switch (computation) {
            case Computation.Ratio ratio ->
                Stream.of(part(ratio.numerator()), part(ratio.denominator())).flatMap(it -> it);
            case Computation.Derived derived -> derived.inputs().stream().flatMap(input -> part(input.metric()));
            case Computation.Composite composite -> composite.parts().stream().flatMap(part -> part(part.metric()));
            case Computation.Simple _, Computation.PerSprint _, Computation.Snapshot _ -> Stream.empty();
        };
    }

    private Stream<String> part(String name) {
        return catalog.metric(MetricReference.of(name)).stream().flatMap(metric -> metric(metric.name(), metric, null));
    }
}
