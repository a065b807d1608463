package io.plumbline.query.compiler.validate;

import io.plumbline.query.compiler.index.Names;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.MetricDefinition;

/** By sprint, rows count in the sprints that their project takes part in, so they need to lead to a project. */
final class SprintAxisFitsMetric implements Rule {
    @Override
    public void check(Subject subject, Faults faults) {
        if (new Columns(subject).metricTime().filter(Granularity.SPRINT::equals).isEmpty()) {
            return;
        }
        subject.measures((pointer, measure) -> subject.metric(measure)
                .filter(metric -> subject.reach().leaves(metric).stream().anyMatch(leaf -> !hasProject(subject, leaf)))
                .ifPresent(metric -> faults.add(
                        pointer + "/name",
                        "granularity_not_allowed",
                        "`%s` can't go by sprint: what it counts leads to no project, so it is part of no sprint."
                                .formatted(metric.name()))));
    }

    private static boolean hasProject(Subject subject, MetricDefinition leaf) {
        return !(leaf.computation() instanceof Computation.Simple simple)
                || subject.catalog()
                        .route(subject.catalog().entity(simple.entity()), Names.PROJECT_ID)
                        .isPresent();
    }
}
