package io.plumbline.catalog.definition.rule;

import io.plumbline.catalog.definition.Definition;
import io.plumbline.catalog.definition.DefinitionFault;
import io.plumbline.catalog.definition.Definitions;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A metric rolls up only as its kind allows: a snapshot is never summed, a count only counted. */
final class AggregationsFit implements Rule {
    private static final Set<Aggregation> OVER_SPRINTS = EnumSet.of(
            Aggregation.AVG,
            Aggregation.SUM,
            Aggregation.MIN,
            Aggregation.MAX,
            Aggregation.MEDIAN,
            Aggregation.P50,
            Aggregation.P75,
            Aggregation.P85,
            Aggregation.P90,
            Aggregation.P95,
            Aggregation.STDDEV);
    private static final Set<Aggregation> OVER_PERIODS = EnumSet.of(Aggregation.LAST, Aggregation.AVG, Aggregation.MAX);
    private static final Set<Aggregation> OVER_ISSUES = EnumSet.of(
            Aggregation.AVG,
            Aggregation.MIN,
            Aggregation.MAX,
            Aggregation.MEDIAN,
            Aggregation.P25,
            Aggregation.P50,
            Aggregation.P75,
            Aggregation.P85,
            Aggregation.P90,
            Aggregation.P95,
            Aggregation.STDDEV);
    private static final Set<Aggregation> TOTALS =
            EnumSet.of(Aggregation.COUNT, Aggregation.COUNT_DISTINCT, Aggregation.SUM);

    @Override
    public void check(Definitions definitions, Consumer<DefinitionFault> faults) {
        for (Definition<MetricDefinition> metric : definitions.metrics()) {
            Computation computation = metric.value().computation();
            if (!computation.aggregations().contains(computation.aggregation())) {
                faults.accept(fault(metric, "the metric's own aggregation must be among those allowed"));
            }
            Set<Aggregation> allowed = allowed(computation);
            if (!allowed.containsAll(computation.aggregations())) {
                faults.accept(fault(metric, "allowed for this metric: " + names(allowed)));
            }
        }
    }

    private static Set<Aggregation> allowed(Computation computation) {
        return switch (computation) {
            case Computation.PerSprint _ -> OVER_SPRINTS;
            case Computation.Snapshot snapshot -> snapshot.sqlTemplate() == null ? OVER_PERIODS : OVER_ISSUES;
            case Computation.Simple simple ->
                TOTALS.contains(simple.aggregation()) ? EnumSet.of(simple.aggregation()) : OVER_ISSUES;
            case Computation.Ratio _, Computation.Derived _, Computation.Composite _ -> EnumSet.of(Aggregation.AVG);
        };
    }

    private static List<String> names(Set<Aggregation> aggregations) {
        return aggregations.stream().map(Aggregation::wireName).toList();
    }

    private static DefinitionFault fault(Definition<MetricDefinition> metric, String message) {
        return new DefinitionFault(metric.file(), "/computation/aggregations", message);
    }
}
