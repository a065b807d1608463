package io.plumbline.query.compiler;

import static io.plumbline.spec.Aggregation.AVG;
import static io.plumbline.spec.Aggregation.MAX;
import static io.plumbline.spec.Aggregation.MEDIAN;
import static io.plumbline.spec.Aggregation.MIN;
import static io.plumbline.spec.Aggregation.P90;
import static io.plumbline.spec.Aggregation.STDDEV;

import io.plumbline.spec.catalog.Additivity;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.Computation.Derived.Input;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;
import java.util.stream.Stream;

/** Metrics of forms that are tested whatever the product's catalog makes of them, beside those of the catalog. */
final class Probes {
    /** How unsteady the velocity is. */
    static final MetricDefinition VELOCITY_SPREAD = metric(
            "probe_velocity_spread",
            new Computation.Derived(
                    "deviation / nullif(mean, 0)",
                    List.of(new Input("deviation", "velocity", STDDEV), new Input("mean", "velocity", null))));

    /** By how many issues the work grows. */
    static final MetricDefinition GROWTH = metric(
            "probe_growth",
            new Computation.Derived(
                    "arriving - leaving",
                    List.of(new Input("arriving", "created", null), new Input("leaving", "closed", null))));

    /** Made of a ratio and of another derived metric. */
    static final MetricDefinition NESTED = metric(
            "probe_nested",
            new Computation.Derived(
                    "coalesce(flow, 0) + abs(growth) * 100",
                    List.of(new Input("flow", "throughput_ratio", null), new Input("growth", "probe_growth", null))));

    /** For how many days the issues in progress have had their status. */
    static final MetricDefinition STATE_AGE = metric(
            "probe_state_age",
            new Computation.Snapshot(
                    "status_category = 'in_progress'",
                    "days_between(status_since, snapshot_at)",
                    MEDIAN,
                    List.of(MEDIAN, AVG, MIN, MAX, P90, STDDEV)));

    private Probes() {}

    static Catalog beside(Catalog catalog) {
        return new Catalog(
                catalog.version() + "+probes",
                catalog.entities(),
                catalog.dimensions(),
                Stream.concat(catalog.metrics().stream(), Stream.of(VELOCITY_SPREAD, GROWTH, NESTED, STATE_AGE))
                        .toList());
    }

    private static MetricDefinition metric(String name, Computation computation) {
        return new MetricDefinition(
                name,
                "1.0.0",
                "Probe",
                "A probe of the compiler.",
                "capacity",
                "days",
                null,
                null,
                null,
                null,
                computation,
                Additivity.NON_ADDITIVE,
                false,
                true,
                null,
                null,
                true);
    }
}
