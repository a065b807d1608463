package io.plumbline.query.compiler;

import static io.plumbline.query.compiler.DrillSpecs.metric;
import static io.plumbline.query.compiler.Drilling.dimensions;
import static io.plumbline.query.compiler.Drilling.number;
import static io.plumbline.query.compiler.Drilling.open;
import static io.plumbline.query.compiler.Drilling.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.query.compiler.drill.DrillRequest;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Measure;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** What is behind a cell makes up the cell: on a real database, against the answer that it was taken from. */
class DrillSharesTest {
    /** Whatever the spec: the shares of each cell of counts and sums add up to the cell, and no row is the rival's. */
    @Property(tries = 150)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void sharesAddUpToTheCell(@ForAll("specs") AnalyticsSpec spec, @ForAll("picks") int pick) {
        Compiled.Query query = Compiling.query(spec);
        List<List<Object>> rows = Warehouse.run(
                Warehouse.TENANT, query.rows().text(), query.rows().binds());
        if (rows.isEmpty()) {
            return;
        }
        List<Object> row = rows.get(pick % rows.size());
        Map<String, Object> cell = dimensions(query, row);
        Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 40));
        for (Measure measure : spec.measures()) {
            Opening opening = open(spec, new DrillRequest(cell, measure.column(), null, 100_000, 0));
            assertThat(opening.rows().toString()).doesNotContain("CANARY");
            assertThat(opening.total()).isEqualTo(opening.rows().size());
            Statistics.collect(opening.total() > 0);
            check(measure, value(query, row, measure.column()), opening);
        }
    }

    @Provide
    Arbitrary<AnalyticsSpec> specs() {
        return SpecGenerator.specs(Compiling.CATALOG).map(DrillSpecs::alone);
    }

    @Provide
    Arbitrary<Integer> picks() {
        return Arbitraries.integers().between(0, 1_000_000);
    }

    private static void check(Measure measure, Object cell, Opening opening) {
        MetricDefinition metric = metric(measure);
        Aggregation aggregation =
                Optional.ofNullable(measure.agg()).orElse(metric.computation().aggregation());
        if (measure.per() != null) {
            groups(measure, metric, aggregation, number(cell), opening);
            return;
        }
        switch (metric.computation()) {
            case Computation.Simple _ -> rows(aggregation, number(cell), opening);
            case Computation.Snapshot snapshot
            when snapshot.sqlTemplate() == null -> states(aggregation, cell, opening);
            case Computation.Snapshot _ -> rows(aggregation, number(cell), opening);
            case Computation.PerSprint _
            when aggregation == Aggregation.SUM && amount(metric) ->
                assertThat(opening.sum()).isCloseTo(number(cell), within(1e-6));
            case Computation.Composite _ -> scores(number(cell), opening);
            case Computation.PerSprint _, Computation.Ratio _, Computation.Derived _ -> {}
        }
    }

    /** The groups' numbers by what their rows add, rolled up again; periods without rows are groups too, but not seen. */
    private static void groups(
            Measure measure, MetricDefinition metric, Aggregation aggregation, Double cell, Opening opening) {
        String group = measure.per().dimensions().getFirst().field();
        Function<DoubleStream, OptionalDouble> number = ofGroup(metric, aggregation);
        if (number == null
                || group.equals(Dimension.METRIC_TIME)
                || measure.per().agg() == Aggregation.P90) {
            return;
        }
        List<Double> numbers = opening.groups(group).stream()
                .map(values -> number.apply(values.stream().mapToDouble(value -> value)))
                .flatMap(value -> value.stream().boxed())
                .toList();
        if (measure.per().agg() == Aggregation.MIN && cell != null) {
            assertThat(numbers.stream().min(Double::compare).orElseThrow()).isCloseTo(cell, within(1e-6));
        } else {
            assertAverage(numbers, cell);
        }
    }

    /** How a group's number is made of its rows; null where that takes more than they tell. */
    private static Function<DoubleStream, OptionalDouble> ofGroup(MetricDefinition metric, Aggregation aggregation) {
        boolean adds = switch (metric.computation()) {
            case Computation.Simple _ -> true;
            case Computation.Snapshot snapshot ->
                snapshot.sqlTemplate() == null
                        && aggregation != Aggregation.MAX
                        && aggregation != Aggregation.COUNT_DISTINCT;
            case Computation.Composite _ -> true;
            // A sprint without issues is a group too.
            case Computation.PerSprint _, Computation.Ratio _, Computation.Derived _ -> false;
        };
        boolean daily = metric.computation() instanceof Computation.Snapshot;
        return switch (aggregation) {
            case COUNT, COUNT_DISTINCT, SUM, LAST -> adds ? values -> OptionalDouble.of(values.sum()) : null;
            case AVG -> adds ? (daily ? values -> OptionalDouble.of(values.sum()) : DoubleStream::average) : null;
            default -> null;
        };
    }

    private static void rows(Aggregation aggregation, Double cell, Opening opening) {
        List<Double> values = opening.values();
        switch (aggregation) {
            case COUNT, SUM, COUNT_DISTINCT -> assertThat(opening.sum()).isCloseTo(cell, within(1e-6));
            case MIN ->
                assertThat(values.stream().min(Double::compare).orElse(null)).isEqualTo(cell);
            case MAX ->
                assertThat(values.stream().max(Double::compare).orElse(null)).isEqualTo(cell);
            case AVG -> assertAverage(values, cell);
            case STDDEV -> assertThat(values.size() < 2).isEqualTo(cell == null);
            default -> assertThat(values.isEmpty()).isEqualTo(cell == null);
        }
    }

    private static void states(Aggregation aggregation, Object cell, Opening opening) {
        if (cell == null) {
            assertThat(opening.rows()).isEmpty();
        } else if (aggregation == Aggregation.LAST) {
            assertThat(opening.total()).isEqualTo(((Number) cell).longValue());
        } else if (aggregation == Aggregation.AVG) {
            assertThat(opening.sum()).isCloseTo(number(cell), within(1e-6));
        } else {
            assertThat(opening.total()).isLessThanOrEqualTo(((Number) cell).longValue());
        }
    }

    /** Each scored sprint once, and their average is the cell. */
    private static void scores(Double cell, Opening opening) {
        assertAverage(opening.values(), cell);
    }

    private static void assertAverage(List<Double> values, Double cell) {
        if (cell == null) {
            assertThat(values).isEmpty();
        } else {
            assertThat(values.stream().mapToDouble(value -> value).average().orElseThrow())
                    .isCloseTo(cell, within(1e-6));
        }
    }

    private static boolean amount(MetricDefinition metric) {
        return List.of(
                        "velocity",
                        "planned_sp",
                        "completed_sp",
                        "sprint_bugs_added",
                        "sprint_reopened_issues",
                        "sprint_blocked_hours")
                .contains(metric.name());
    }
}
