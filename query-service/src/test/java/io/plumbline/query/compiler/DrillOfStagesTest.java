package io.plumbline.query.compiler;

import static io.plumbline.query.compiler.Drilling.number;
import static io.plumbline.query.compiler.Drilling.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is behind numbers that are rolled up from groups. */
class DrillOfStagesTest {
    @Test
    void opensAllGroupsOfTwoStages() {
        String spec = """
                {"measures": [{"name": "closed", "per": {"dimensions": ["label"], "agg": "max"}}],
                 "dimensions": ["project_key"]}
                """;
        Opening opening = open(spec, Map.of("project_key", "PAY"), null, null);
        List<List<Object>> byHand = Warehouse.byHand("""
                SELECT i.issue_key, l.label FROM warehouse.issues i LEFT JOIN unnest(i.labels) AS l(label) ON true
                WHERE i.tenant_id = 'acme' AND i.instance_id = 'main' AND i.project_id = 'p1' AND i.done_at IS NOT NULL
                ORDER BY i.done_at, i.issue_key COLLATE "C", l.label COLLATE "C"
                """);
        assertThat(opening.of("issue_key", "label")).isEqualTo(byHand).isNotEmpty();
        double most = opening.groups("label").stream()
                .mapToDouble(
                        values -> values.stream().mapToDouble(value -> value).sum())
                .max()
                .orElseThrow();
        assertThat(most).isEqualTo(number(cells(spec).get("PAY")));
        assertThat(opening.notes())
                .containsExactly(
                        "The number is rolled up from groups by label; each row says what it adds to its group's number.");
    }

    @Test
    void opensTheWeeksBehindAWeeklyAverage() {
        String spec = """
                {"measures": [{"name": "throughput_ratio",
                   "per": {"dimensions": [{"field": "metric_time", "granularity": "week"}]}}],
                 "dimensions": ["project_key"], "time": {"from": "2026-03-02", "to": "2026-03-30"}}
                """;
        Map<String, Object> row = Map.of("project_key", "PAY");
        Opening closed = open(spec, row, null, "numerator");
        Opening created = open(spec, row, null, "denominator");
        assertThat(closed.columns()).endsWith("value", "metric_time");
        Map<Object, Long> over = perWeek(closed);
        Map<Object, Long> under = perWeek(created);
        assertThat(under.keySet())
                .containsExactlyInAnyOrder(
                        LocalDate.parse("2026-03-02"),
                        LocalDate.parse("2026-03-09"),
                        LocalDate.parse("2026-03-16"),
                        LocalDate.parse("2026-03-23"));
        double mean = under.entrySet().stream()
                .mapToDouble(week -> over.getOrDefault(week.getKey(), 0L) / (double) week.getValue())
                .average()
                .orElseThrow();
        assertThat(number(cells(spec).get("PAY"))).isCloseTo(mean, within(1e-9));
    }

    private static Map<Object, Long> perWeek(Opening opening) {
        return opening.of("metric_time").stream().collect(Collectors.groupingBy(List::getFirst, Collectors.counting()));
    }

    /** The only number of each row, by the row's first dimension. */
    private static Map<Object, Object> cells(String spec) {
        Compiled.Query query = Compiling.query(spec);
        Map<Object, Object> cells = new HashMap<>();
        Warehouse.run(Warehouse.TENANT, query.rows().text(), query.rows().binds())
                .forEach(row -> cells.put(row.getFirst(), row.get(1)));
        return cells;
    }
}
