package io.plumbline.query.compiler.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.query.compiler.Compiling;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.catalog.Additivity;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SprintAxisFitsMetricTest {
    private static final String BY_SPRINT = "{'measures': [{'name': '%s'}], 'time': {'granularity': 'sprint'}}";

    @Test
    void rejectsWhatLeadsToNoProject() {
        var sprints = new Computation.Simple(
                "sprint", "sprint_id", null, "started", Aggregation.COUNT, List.of(Aggregation.COUNT), null);
        assertThat(Compiling.faults(BY_SPRINT.formatted("started_sprints"), with(sprints)))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("granularity_not_allowed");
                    assertThat(fault.message()).contains("leads to no project");
                });
    }

    @Test
    void rejectsItInAFirstStageToo() {
        var sprints = new Computation.Simple(
                "sprint", "sprint_id", null, "started", Aggregation.COUNT, List.of(Aggregation.COUNT), null);
        assertThat(Compiling.faults(
                        "{'measures': [{'name': 'started_sprints', 'per': {'dimensions': [{'field': 'metric_time', 'granularity': 'sprint'}]}}]}",
                        with(sprints)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/measures/0/name"));
    }

    @Test
    void takesEachMetricOfTheCatalog() {
        for (String name : List.of("velocity", "created", "blocked_hours", "wip", "reopen_rate")) {
            assertThat(Compiling.faults(BY_SPRINT.formatted(name))).as(name).isEmpty();
        }
    }

    private static Catalog with(Computation computation) {
        Catalog catalog = Compiling.CATALOG;
        var metric = new MetricDefinition(
                "started_sprints",
                "1.0.0",
                "Started sprints",
                "Sprints by their start.",
                "throughput",
                "sprints",
                null,
                null,
                null,
                null,
                computation,
                Additivity.ADDITIVE,
                true,
                true,
                null,
                null,
                false);
        return new Catalog(
                catalog.version() + "-probe",
                catalog.entities(),
                catalog.dimensions(),
                Stream.concat(catalog.metrics().stream(), Stream.of(metric)).toList());
    }
}
