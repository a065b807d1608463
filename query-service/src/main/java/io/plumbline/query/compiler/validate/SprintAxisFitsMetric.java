package io.plumbline.query.compiler.validate;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Measure;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.MetricDefinition;

/** By sprint, rows count in the sprints that their project takes part in, so they need to lead to a project. */
final class SprintAxisFitsMetric implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        boolean bySprint = new Columns(subject)
                .metricTime()
                .filter(Granularity.SPRINT::equals)
                .isPresent();
        subject.measures((pointer, measure) -> {
            if (bySprint || isRolledUpOverSprints(measure)) {
                check(subject, pointer, measure, faults);
            }
        });
    }

    private static boolean isRolledUpOverSprints(Measure measure) {
        return measure.per() != null
                && measure.per().dimensions().stream()
                        .anyMatch(dimension -> dimension.granularity() == Granularity.SPRINT);
    }

    private static void check(Subject subject, String pointer, Measure measure, Faults faults) {
        subject.metric(measure)
                .filter(metric -> subject.reach().leaves(metric).stream().anyMatch(leaf -> !hasProject(subject, leaf)))
                .ifPresent(metric -> faults.add(
                        pointer + "/name",
                        "granularity_not_allowed",
                        "`%s` can't go by sprint: what it counts leads to no project, so it is part of no sprint."
                                .formatted(metric.name())));
    }

    private static boolean hasProject(Subject subject, MetricDefinition leaf) {
        return !(leaf.computation() instanceof Computation.Simple simple)
                || subject.catalog()
                        .route(subject.catalog().entity(simple.entity()), Names.PROJECT_ID)
                        .isPresent();
    }
}
