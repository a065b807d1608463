package io.plumbline.catalog.pages;

import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** By which dimensions a metric can be asked: those that its rows lead to; for one made of others, those of all of them. */
final class Reach {
    private static final String STATES = "issue_state";
    private static final String EVENT_TIME = "metric_time";

    private final Catalog catalog;

    Reach(Catalog catalog) {
        this.catalog = catalog;
    }

    /** In the order of the catalog. */
    List<DimensionDefinition> of(MetricDefinition metric) {
        return catalog.dimensions().stream()
                .filter(dimension -> reaches(metric, dimension, Set.of()))
                .toList();
    }

    private boolean reaches(MetricDefinition metric, DimensionDefinition dimension, Set<String> above) {
        return switch (metric.computation()) {
            case Computation.Simple simple -> leads(simple.entity(), dimension);
            case Computation.Snapshot _ -> leads(STATES, dimension);
            case Computation.PerSprint _, Computation.Composite _ -> dimension.perSprint();
            case Computation.Ratio ratio ->
                parts(metric, dimension, above).test(ratio.numerator())
                        && parts(metric, dimension, above).test(ratio.denominator());
            case Computation.Derived derived ->
                derived.inputs().stream()
                        .map(Computation.Derived.Input::metric)
                        .allMatch(parts(metric, dimension, above));
        };
    }

    private Predicate<String> parts(MetricDefinition metric, DimensionDefinition dimension, Set<String> above) {
        Set<String> names = new HashSet<>(above);
        boolean circle = !names.add(metric.name());
        return name -> !circle
                && catalog.metrics().stream()
                        .filter(it -> it.active() && it.name().equals(name))
                        .findFirst()
                        .filter(part -> reaches(part, dimension, names))
                        .isPresent();
    }

    private boolean leads(String entity, DimensionDefinition dimension) {
        return dimension.name().equals(EVENT_TIME)
                || dimension.sources().stream()
                        .anyMatch(source -> reachable(entity).contains(source.entity()));
    }

    private Set<String> reachable(String entity) {
        var reached = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(List.of(entity));
        while (!open.isEmpty()) {
            String next = open.remove();
            if (reached.add(next)) {
                find(next).ifPresent(it -> it.joins().forEach(join -> open.add(join.entity())));
            }
        }
        return reached;
    }

    private Optional<Entity> find(String name) {
        return catalog.entities().stream().filter(it -> it.name().equals(name)).findFirst();
    }
}
