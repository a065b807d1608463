package io.plumbline.query.compiler.validate;

import io.plumbline.spec.Measure;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;

/** A measure sets parameters that its metric has. */
final class KnownParameter implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        subject.measures((pointer, measure) ->
                subject.metric(measure).ifPresent(metric -> check(pointer, measure, metric, faults)));
    }

    private static void check(String pointer, Measure measure, MetricDefinition metric, Faults faults) {
        List<String> known = metric.parameters().stream()
                .map(MetricDefinition.Parameter::name)
                .toList();
        measure.params().keySet().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> faults.unknown(
                        pointer + "/params/" + name,
                        "unknown_parameter",
                        "`" + metric.name() + "` has no parameter " + Faults.quoted(name) + ".",
                        name,
                        known));
    }
}
