package io.plumbline.query.compiler.validate;

import io.plumbline.query.compiler.index.Reach;
import io.plumbline.spec.Measure;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;

/** Says which measures can't reach a dimension, why, and which dimensions they take. */
record Reaching(Subject subject, Faults faults) {

    void check(String pointer, String code, DimensionDefinition dimension) {
        check(pointer, code, dimension, subject.spec().measures());
    }

    /** @param measures those that are to reach it */
    void check(String pointer, String code, DimensionDefinition dimension, List<Measure> measures) {
        measures.stream()
                .flatMap(measure -> subject.metric(measure).stream())
                .distinct()
                .filter(metric -> !subject.reach().reaches(metric, dimension))
                .forEach(metric -> report(pointer, code, metric, dimension));
    }

    private void report(String pointer, String code, MetricDefinition metric, DimensionDefinition dimension) {
        List<String> taken = subject.catalog().catalog().dimensions().stream()
                .filter(candidate -> subject.reach().reaches(metric, candidate))
                .map(DimensionDefinition::name)
                .toList();
        String message = "`%s` has no `%s`: %s. It takes %s."
                .formatted(metric.name(), dimension.name(), reason(metric), String.join(", ", taken));
        faults.misfit(pointer, code, message, taken);
    }

    private String reason(MetricDefinition metric) {
        boolean perSprint = subject.reach().leaves(metric).stream()
                .map(MetricDefinition::computation)
                .anyMatch(Reach::perSprint);
        return perSprint
                ? "it is a value of a whole sprint, which has many issues"
                : "what it counts leads to no single one";
    }
}
