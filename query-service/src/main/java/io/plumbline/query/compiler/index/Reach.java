package io.plumbline.query.compiler.index;

import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which dimensions a metric's rows can be grouped and filtered by, and over which route. */
public final class Reach {
    private final CatalogIndex catalog;

    public Reach(CatalogIndex catalog) {
        this.catalog = catalog;
    }

    /** The metrics whose rows are really read: both sides of a ratio, the inputs of a derived one, else the metric itself. */
    public List<MetricDefinition> leaves(MetricDefinition metric) {
        return switch (metric.computation()) {
            case Computation.Ratio ratio -> leaves(Stream.of(ratio.numerator(), ratio.denominator()));
            case Computation.Derived derived ->
                leaves(derived.inputs().stream().map(Computation.Derived.Input::metric));
            case Computation.Simple _, Computation.PerSprint _, Computation.Snapshot _, Computation.Composite _ ->
                List.of(metric);
        };
    }

    private List<MetricDefinition> leaves(Stream<String> parts) {
        return parts.map(MetricReference::of)
                .flatMap(reference -> catalog.metric(reference).stream())
                .flatMap(part -> leaves(part).stream())
                .toList();
    }

    /** Whether each part of the metric reaches the dimension; {@code metric_time} is everyone's own. */
    public boolean reaches(MetricDefinition metric, DimensionDefinition dimension) {
        return isMetricTime(dimension)
                || leaves(metric).stream()
                        .allMatch(leaf -> route(leaf.computation(), dimension).isPresent());
    }

    /** Whether the metric makes a value for each sprint. */
    public static boolean perSprint(Computation computation) {
        return computation instanceof Computation.PerSprint || computation instanceof Computation.Composite;
    }

    public static boolean isMetricTime(DimensionDefinition dimension) {
        return dimension.sources().isEmpty();
    }

    private Optional<Route> route(Computation leaf, DimensionDefinition dimension) {
        return switch (leaf) {
            case Computation.Simple simple -> catalog.route(catalog.entity(simple.entity()), dimension);
            case Computation.Snapshot _ -> catalog.route(catalog.entity(Names.ISSUE_STATE), dimension);
            case Computation.PerSprint _, Computation.Composite _ -> sprintRoute(dimension);
            case Computation.Ratio _, Computation.Derived _ -> Optional.empty();
        };
    }

    /** From the sprint itself, or from its issues where the sprint has no such column. */
    private Optional<Route> sprintRoute(DimensionDefinition dimension) {
        if (!dimension.perSprint()) {
            return Optional.empty();
        }
        return catalog.route(catalog.entity(Names.SPRINT), dimension)
                .or(() -> catalog.route(catalog.entity(Names.SPRINT_ISSUE), dimension));
    }
}
