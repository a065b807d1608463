package io.plumbline.query.compiler.resolve;

import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.query.compiler.index.MetricReference;
import io.plumbline.query.compiler.resolve.Value.Leaf;
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
        if (metric.computation() instanceof Computation.Ratio ratio) {
            return new Quotient(side(ratio.numerator(), measure), side(ratio.denominator(), measure));
        }
        return leaf(metric, measure, Optional.ofNullable(measure.agg()));
    }

    private Leaf side(String name, Measure measure) {
        return leaf(load(name), measure, Optional.empty());
    }

    private Leaf leaf(MetricDefinition metric, Measure measure, Optional<Aggregation> asked) {
        Map<String, Long> parameters = parameters(metric, measure);
        Aggregation aggregation = asked.orElse(metric.computation().aggregation());
        return switch (metric.computation()) {
            case Computation.Simple simple -> rows(simple, parameters, aggregation);
            case Computation.PerSprint sprint -> new Sprints(template(sprint.sqlTemplate(), parameters), aggregation);
            case Computation.Snapshot snapshot -> new States(template(snapshot.where(), parameters), aggregation);
            case Computation.Composite composite -> score(composite, measure);
            case Computation.Derived _ -> throw new IllegalStateException(metric.id() + " is not planned yet");
            case Computation.Ratio _ -> throw new IllegalStateException(metric.id() + " cannot be a side of a ratio");
        };
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
        return new Score(parts, composite.baseline());
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
        return new Template(catalog.template(text), parameters);
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
