package io.plumbline.query.compiler.resolve;

import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.query.compiler.index.MetricReference;
import io.plumbline.query.compiler.resolve.Value.Derived;
import io.plumbline.query.compiler.resolve.Value.Input;
import io.plumbline.query.compiler.resolve.Value.Part;
import io.plumbline.query.compiler.resolve.Value.Quotient;
import io.plumbline.query.compiler.resolve.Value.Rows;
import io.plumbline.query.compiler.resolve.Value.Score;
import io.plumbline.query.compiler.resolve.Value.Sprints;
import io.plumbline.query.compiler.resolve.Value.States;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.Measure;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Binds a metric's computation: entities, parsed templates, parameters and the aggregation that holds. */
final class Values {
    private final CatalogIndex catalog;

    Values(CatalogIndex catalog) {
        this.catalog = catalog;
    }

    Value of(Measure measure, MetricDefinition metric) {
        return value(metric, measure, Optional.ofNullable(measure.agg()));
    }

    /** A metric that another is made of, with its own aggregation unless the other asks for one. */
    private Value part(String name, Measure measure, Optional<Aggregation> asked) {
        return value(load(name), measure, asked);
    }

    private Value value(MetricDefinition metric, Measure measure, Optional<Aggregation> asked) {
        Map<String, Long> parameters = parameters(metric, measure);
        Aggregation aggregation = asked.orElse(metric.computation().aggregation());
        return switch (metric.computation()) {
            case Computation.Simple simple -> rows(simple, parameters, aggregation);
            case Computation.PerSprint sprint -> new Sprints(template(sprint.sqlTemplate(), parameters), aggregation);
            case Computation.Snapshot snapshot -> states(snapshot, parameters, aggregation);
            case Computation.Composite composite -> score(composite, measure);
            case Computation.Ratio ratio ->
                new Quotient(
                        part(ratio.numerator(), measure, Optional.empty()),
                        part(ratio.denominator(), measure, Optional.empty()));
            case Computation.Derived derived -> derived(derived, parameters, measure);
        };
    }

    private Derived derived(Computation.Derived derived, Map<String, Long> parameters, Measure measure) {
        var inputs = derived.inputs().stream()
                .map(input -> new Input(input.name(), part(input.metric(), measure, Optional.ofNullable(input.agg()))))
                .toList();
        return new Derived(template(derived.sqlTemplate(), parameters), inputs);
    }

    private States states(Computation.Snapshot snapshot, Map<String, Long> parameters, Aggregation aggregation) {
        return new States(
                template(snapshot.where(), parameters),
                Optional.ofNullable(snapshot.sqlTemplate()).map(text -> template(text, parameters)),
                aggregation);
    }

    private Rows rows(Computation.Simple simple, Map<String, Long> parameters, Aggregation aggregation) {
        Entity entity = catalog.entity(simple.entity());
        return new Rows(
                entity,
                entity.times().get(simple.eventTime()),
                template(simple.sqlTemplate(), parameters),
                Optional.ofNullable(simple.where()).map(text -> template(text, parameters)),
                aggregation,
                Optional.ofNullable(simple.leftOut()).map(text -> template(text, parameters)));
    }

    private Score score(Computation.Composite composite, Measure measure) {
        var parts = composite.parts().stream()
                .map(part -> new Part(part.name(), part.weight(), sprintTemplate(part.metric(), measure)))
                .toList();
        return new Score(parts, composite.baseline(), Score.RollUp.AVERAGE);
    }

    private Template sprintTemplate(String name, Measure measure) {
        MetricDefinition metric = load(name);
        if (metric.computation() instanceof Computation.PerSprint sprint) {
            return template(sprint.sqlTemplate(), parameters(metric, measure));
        }
        throw new IllegalStateException(metric.id() + " has no value for each sprint");
    }

    private MetricDefinition load(String name) {
        return catalog.metric(MetricReference.of(name))
                .orElseThrow(() -> new IllegalStateException("the catalog lacks the metric " + name));
    }

    private Template template(String text, Map<String, Long> parameters) {
        return new Template(
                catalog.template(text), parameters, catalog.catalog().calendar());
    }

    private static Map<String, Long> parameters(MetricDefinition metric, Measure measure) {
        Map<String, Long> values = new HashMap<>();
        for (MetricDefinition.Parameter parameter : metric.parameters()) {
            Object given = measure.params().get(parameter.name());
            values.put(
                    parameter.name(),
                    given instanceof Number number ? number.longValue() : Long.valueOf(parameter.defaultValue()));
        }
        return values;
    }
}
