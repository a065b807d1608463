package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Measure;
import io.plumbline.spec.Rollup;
import io.plumbline.spec.TimeRange;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a second stage makes of a first one is what the answer of the finer spec makes by hand. */
class TwoStagesTest {
    private static final List<String> METRICS = List.of(
            "closed",
            "lead_time_p50",
            "throughput_ratio",
            "blocked_hours",
            "wip",
            "velocity",
            "spillover_ratio",
            "sprint_problematic_score",
            "reopen_rate",
            "probe_nested");
    private static final List<Aggregation> ROLL_UPS = List.of(Aggregation.AVG, Aggregation.MIN, Aggregation.MAX);
    private static final TimeRange RANGE =
            new TimeRange(LocalDate.of(2026, 1, 20), LocalDate.of(2026, 6, 10), null, ZoneId.of("Europe/Prague"), null);

    /** With groups that occur, and with periods that are filled. */
    @Property(tries = 100)
    void rollsUpTheAnswerOfTheFinerSpec(
            @ForAll @IntRange(max = 9) int metric,
            @ForAll @IntRange(max = 2) int rollUp,
            @ForAll boolean byInstance,
            @ForAll boolean byProject,
            @ForAll boolean byTime,
            @ForAll @IntRange(max = 3) int period) {
        List<Dimension> answer = byInstance ? List.of(Dimension.of("instance_id")) : List.of();
        List<Dimension> over = new ArrayList<>();
        if (byTime) {
            over.add(new Dimension(Dimension.METRIC_TIME, Compiling.PERIODS.get(period)));
        }
        if (byProject || !byTime) {
            over.add(Dimension.of("project_key"));
        }
        String name = METRICS.get(metric);
        Aggregation aggregation = ROLL_UPS.get(rollUp);
        Map<Object, Double> expected = byHand(name, answer, over, aggregation);
        Map<Object, Double> rows = rows(
                new Measure(name, null, null, null, null, new Rollup(over, aggregation), null, null, null), answer);
        assertThat(rows.keySet()).isEqualTo(expected.keySet());
        rows.forEach((group, value) -> assertNear(value, expected.get(group)));
    }

    @Test
    void countsNoGroupOfAnotherMeasure() {
        Measure closed = perAssignee("closed");
        Object alone = run(new AnalyticsSpec(null, List.of(closed), List.of(), List.of(), RANGE, null, null, null))
                .getFirst()
                .getFirst();
        Object beside = run(new AnalyticsSpec(
                        null,
                        List.of(closed, perAssignee("created"), Measure.of("wip")),
                        List.of(),
                        List.of(),
                        RANGE,
                        null,
                        null,
                        null))
                .getFirst()
                .getFirst();
        assertThat(beside).isEqualTo(alone);
    }

    private static Measure perAssignee(String name) {
        return new Measure(
                name,
                null,
                null,
                null,
                null,
                new Rollup(List.of(Dimension.of("assignee"), Dimension.of("issue_key")), null),
                null,
                null,
                null);
    }

    private static Map<Object, Double> byHand(
            String name, List<Dimension> answer, List<Dimension> over, Aggregation aggregation) {
        List<Dimension> finer = Stream.concat(answer.stream(), over.stream()).toList();
        Map<Object, List<Double>> groups = new HashMap<>();
        List<List<Object>> rows = run(spec(Measure.of(name), finer));
        for (List<Object> row : rows) {
            groups.computeIfAbsent(group(row, answer), _ -> new ArrayList<>()).add(number(row.get(finer.size())));
        }
        if (answer.isEmpty()) {
            groups.putIfAbsent(List.of(), List.of());
        }
        Map<Object, Double> expected = new HashMap<>();
        groups.forEach((group, values) -> expected.put(group, rolledUp(values, aggregation)));
        return expected;
    }

    private static Double rolledUp(List<Double> values, Aggregation aggregation) {
        DoubleSummaryStatistics some = values.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        if (some.getCount() == 0) {
            return null;
        }
        return switch (aggregation) {
            case AVG -> some.getAverage();
            case MIN -> some.getMin();
            case MAX -> some.getMax();
            default -> throw new IllegalArgumentException(aggregation.wireName());
        };
    }

    private static Map<Object, Double> rows(Measure measure, List<Dimension> dimensions) {
        Map<Object, Double> rows = new HashMap<>();
        run(spec(measure, dimensions))
                .forEach(row -> rows.put(group(row, dimensions), number(row.get(dimensions.size()))));
        return rows;
    }

    private static Object group(List<Object> row, List<Dimension> dimensions) {
        return Arrays.asList(row.subList(0, dimensions.size()).toArray());
    }

    private static AnalyticsSpec spec(Measure measure, List<Dimension> dimensions) {
        return new AnalyticsSpec(null, List.of(measure), dimensions, List.of(), RANGE, null, null, null);
    }

    private static List<List<Object>> run(AnalyticsSpec spec) {
        var query = Compiling.query(spec).rows();
        return Warehouse.run(Warehouse.TENANT, query.text(), query.binds());
    }

    private static Double number(Object value) {
        return value == null ? null : ((Number) value).doubleValue();
    }

    private static void assertNear(Double value, Double expected) {
        if (value == null || expected == null) {
            assertThat(value).isEqualTo(expected);
        } else {
            assertThat(value).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
        }
    }
}
