package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.query.compiler.drill.DrillRequest;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Filter;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Measure;
import io.plumbline.spec.TimeRange;
import io.plumbline.spec.Window;
import io.plumbline.spec.catalog.ColumnType;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.problem.FieldError;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.junit.jupiter.api.Test;

/** What is behind a cell makes up the cell: on a real database, against the answer that it was taken from. */
class DrillTest {
    private static final QueryCompiler COMPILER = new QueryCompiler();

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
            Opening opening = open(spec, new DrillRequest(cell, measure.column(), null, 1_000, 0));
            assertThat(opening.rows().toString()).doesNotContain("CANARY");
            assertThat(opening.total()).isEqualTo(opening.rows().size());
            Statistics.collect(opening.total() > 0);
            check(measure, value(query, row, measure.column()), opening);
        }
    }

    // Filters on made-up names let nothing through, and of nothing every sum is right.
    private static boolean lets(Filter filter) {
        return !filter.toString().contains(SpecGenerator.MARK);
    }

    private static void check(Measure measure, Object cell, Opening opening) {
        MetricDefinition metric = metric(measure);
        Aggregation aggregation =
                Optional.ofNullable(measure.agg()).orElse(metric.computation().aggregation());
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

    /** Both sides of a ratio, by hand. */
    @Test
    void opensBothSidesOfARatio() {
        String spec = """
                {"measures": [{"name": "throughput_ratio"}, {"name": "closed"}, {"name": "created"}],
                 "dimensions": ["issue_type", {"field": "metric_time", "granularity": "month"}],
                 "time": {"from": "2026-01-01", "to": "2026-06-01"}}
                """;
        Map<String, Object> bugsOfMarch = Map.of("issue_type", "Bug", "metric_time", "2026-03-01");
        assertThat(open(spec, bugsOfMarch, "throughput_ratio", null).rows())
                .isEqualTo(open(spec, bugsOfMarch, "closed", null).rows());
        assertThat(open(spec, bugsOfMarch, "throughput_ratio", "denominator").rows())
                .isEqualTo(open(spec, bugsOfMarch, "created", null).rows())
                .isNotEmpty();
    }

    @Test
    void opensTheSidesOfASprintsRatioAndTheirSumsMakeIt() {
        String spec = """
                {"measures": [{"name": "say_do_ratio"}, {"name": "spillover_ratio"}, {"name": "unplanned_ratio"},
                  {"name": "scope_churn_ratio"}, {"name": "commitment_reliability"}], "dimensions": ["sprint_name"]}
                """;
        Compiled.Query query = Compiling.query(spec);
        for (List<Object> row : Warehouse.run(
                Warehouse.TENANT, query.rows().text(), query.rows().binds())) {
            Map<String, Object> sprint = dimensions(query, row);
            for (Measure measure : Compiling.spec(spec).measures()) {
                Double over = open(spec, sprint, measure.column(), "numerator").sum();
                Double under =
                        open(spec, sprint, measure.column(), "denominator").sum();
                Double cell = number(value(query, row, measure.column()));
                if (cell == null) {
                    assertThat(under == null || under == 0).isTrue();
                } else {
                    assertThat(over / under).isCloseTo(cell, within(1e-6));
                }
            }
        }
    }

    @Test
    void showsWhatEachIssueWasInItsSprint() {
        Opening opening = open(
                "{\"measures\": [{\"name\": \"velocity\"}], \"dimensions\": [\"sprint_name\"]}",
                Map.of("sprint_name", "Sprint 3"),
                null,
                null);
        assertThat(opening.columns())
                .contains("sprint", "issue_key", "committed", "added", "removed", "completed", "points_end", "value");
        List<List<Object>> byHand = Warehouse.byHand("""
                SELECT i.issue_key, x.committed, x.added, x.removed, x.completed, x.open_at_end, x.points_end::float8
                FROM warehouse.sprint_scope x JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id)
                WHERE x.tenant_id = 'acme' AND x.sprint_id = 's3'
                ORDER BY CASE WHEN x.completed THEN coalesce(x.points_end, 0) ELSE 0 END DESC, i.issue_key COLLATE "C"
                """);
        assertThat(opening.of("issue_key", "committed", "added", "removed", "completed", "not_completed", "points_end"))
                .isEqualTo(byHand)
                .isNotEmpty();
    }

    @Test
    void opensAScoreAsSprintsAndItsPartsAsIssues() {
        String spec = """
                {"measures": [{"name": "sprint_problematic_score"}], "dimensions": ["board"],
                 "time": {"from": "2026-03-01", "to": "2026-07-01"}}
                """;
        Map<String, Object> board = Map.of("board", "Payments board");
        Opening sprints = open(spec, board, null, null);
        assertThat(sprints.columns()).containsSubsequence("sprint", "board", "at", "value", "parts");
        assertThat(sprints.rows()).hasSize(9);
        Opening issues = open(spec, board, null, "spillover_ratio");
        assertThat(issues.columns()).contains("issue_key", "not_completed");
        assertThat(open(spec, board, null, "spillover_ratio.denominator").sum()).isGreaterThan(issues.sum());
    }

    @Test
    void readsTheStateOfThePeriodsEnd() {
        Opening opening = open("""
                {"measures": [{"name": "wip"}], "dimensions": ["assignee", {"field": "metric_time", "granularity": "week"}],
                 "time": {"from": "2026-02-02", "to": "2026-03-02"}}
                """, nobodyIn("2026-02-16"), null, null);
        List<List<Object>> byHand = Warehouse.byHand("""
                SELECT i.issue_key, s.status, s.status_since
                FROM warehouse.issue_states s JOIN warehouse.issues i USING (tenant_id, instance_id, issue_id)
                WHERE s.tenant_id = 'acme' AND s.status_category = 'in_progress' AND s.assignee_id IS NULL
                  AND s.from_at < '2026-02-23T00:00Z' AND (s.to_at IS NULL OR s.to_at >= '2026-02-23T00:00Z')
                ORDER BY s.status_since, i.issue_key COLLATE "C"
                """);
        assertThat(opening.of("issue_key", "status", "at")).isEqualTo(byHand).isNotEmpty();
        assertThat(opening.of("assignee", "value")).containsOnly(Arrays.asList(null, 1L));
    }

    private static Map<String, Object> nobodyIn(String week) {
        Map<String, Object> row = new HashMap<>();
        row.put("assignee", null);
        row.put("metric_time", week);
        return row;
    }

    @Test
    void pagesWithoutGapsAndTellsTheTotalBeyondTheEnd() {
        String spec = "{\"measures\": [{\"name\": \"created\"}], \"dimensions\": [\"label\"]}";
        Map<String, Object> row = Map.of("label", "backend");
        Opening all = open(spec, row, null, null);
        List<List<Object>> paged = new ArrayList<>();
        for (int offset = 0; offset < all.total() + 50; offset += 50) {
            Opening page = open(Compiling.spec(spec), new DrillRequest(row, null, null, 50, offset));
            paged.addAll(page.rows());
            assertThat(page.total()).isEqualTo(all.total());
        }
        assertThat(paged).isEqualTo(all.rows());
        assertThat(all.total()).isEqualTo(120);
        assertThat(open(Compiling.spec(spec), new DrillRequest(row, null, null, 50, 5_000))
                        .total())
                .isEqualTo(120);
    }

    @Test
    void opensWhatIsThereOfARangeThatCutsThePeriod() {
        String spec = """
                {"measures": [{"name": "blocked_hours"}], "dimensions": [{"field": "metric_time", "granularity": "month"}],
                 "time": {"from": "2026-02-10", "to": "2026-03-10", "timezone": "America/New_York"}}
                """;
        for (String month : List.of("2026-02-01", "2026-03-01")) {
            Compiled.Query query = Compiling.query(spec);
            Object cell = Warehouse.run(
                            Warehouse.TENANT, query.rows().text(), query.rows().binds())
                    .stream()
                    .filter(row -> row.getFirst().equals(LocalDate.parse(month)))
                    .findFirst()
                    .orElseThrow()
                    .get(1);
            assertThat(open(spec, Map.of("metric_time", month), null, null).sum())
                    .isCloseTo(number(cell), within(1e-6));
        }
    }

    @Test
    void saysWhatIsWrongWithTheRow() {
        String spec = """
                {"measures": [{"name": "created"}, {"name": "velocity"}],
                 "dimensions": ["project_key", {"field": "metric_time", "granularity": "month"}],
                 "time": {"from": "2026-02-01", "to": "2026-05-01"}}
                """;
        assertThat(faults(spec, Map.of("project", "PAY"), "created", null))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(
                        tuple("/row/project", "unknown_dimension"),
                        tuple("/row", "missing_dimension"),
                        tuple("/row", "missing_dimension"));
        assertThat(codes(spec, Map.of("project_key", 7, "metric_time", "2026-03-02"), "created", null))
                .containsExactlyInAnyOrder("wrong_value", "wrong_value");
        assertThat(codes(spec, Map.of("project_key", "PAY", "metric_time", "2026-06-01"), "created", null))
                .containsExactly("outside_range");
        assertThat(codes(spec, nobodyIn("2026-03-01"), "created", null))
                .containsExactly("unknown_dimension", "missing_dimension");
        Map<String, Object> row = Map.of("project_key", "PAY", "metric_time", "2026-03-01");
        assertThat(codes(spec, row, null, null)).containsExactly("missing");
        assertThat(codes(spec, row, "velocty", null)).containsExactly("unknown_column");
        assertThat(codes(spec, row, "created__previous", null)).containsExactly("unknown_column");
        assertThat(codes(spec, row, "created", "numerator")).containsExactly("unknown_part");
        assertThat(faults("{\"measures\": [{\"name\": \"velocty\"}]}", Map.of(), null, null))
                .extracting(FieldError::pointer)
                .containsExactly("/spec/measures/0/name");
    }

    @Test
    void keepsRowsOfSprintsClosed() {
        String spec = "{\"measures\": [{\"name\": \"created\"}], \"time\": {\"granularity\": \"sprint\"}}";
        assertThat(faults(spec, Map.of("metric_time", "2026-01-05"), null, null))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple("/row/metric_time", "not_supported"));
    }

    @Provide
    Arbitrary<AnalyticsSpec> specs() {
        return SpecGenerator.specs(Compiling.CATALOG).filter(DrillTest::opens).map(DrillTest::alone);
    }

    /** Rows of sprints and numbers of two stages stay closed. */
    private static boolean opens(AnalyticsSpec spec) {
        return spec.measures().stream().allMatch(measure -> measure.per() == null)
                && spec.dimensions().stream().noneMatch(dimension -> dimension.granularity() == Granularity.SPRINT);
    }

    @Provide
    Arbitrary<Integer> picks() {
        return Arbitraries.integers().between(0, 1_000_000);
    }

    /** Without comparison, whose rows may be of the earlier range alone. */
    private static AnalyticsSpec alone(AnalyticsSpec spec) {
        TimeRange time = spec.time();
        boolean compared = time != null && time.compare() != null;
        boolean named = spec.dimensions().stream().anyMatch(dimension -> isTime(dimension.field()));
        boolean periods = named
                ? spec.dimensions().stream()
                        .anyMatch(dimension -> dimension.field().equals(Dimension.METRIC_TIME))
                : time != null && time.granularity() != null;
        return new AnalyticsSpec(
                spec.datasource(),
                spec.measures().stream()
                        .map(DrillTest::itself)
                        .map(measure -> periods ? windowed(measure, spec.hashCode()) : measure)
                        .toList(),
                spec.dimensions(),
                spec.filters().stream().filter(DrillTest::lets).toList(),
                compared
                        ? new TimeRange(
                                time.from(), time.to(), time.granularity(), time.timezone(), null, null, time.asOf())
                        : time,
                spec.sort(),
                spec.limit(),
                spec.chart());
    }

    /** The number itself: neither a share nor a rank, nor left out for few values. */
    private static Measure itself(Measure measure) {
        return new Measure(measure.name(), measure.agg(), measure.as(), measure.params());
    }

    private static boolean isTime(String dimension) {
        return Compiling.CATALOG.dimensions().stream()
                .anyMatch(any -> any.name().equals(dimension) && any.type() == ColumnType.TIME);
    }

    /** Every other measure gets a window, where it takes one. */
    private static Measure windowed(Measure measure, int chance) {
        Computation computation = metric(measure).computation();
        Aggregation aggregation = Optional.ofNullable(measure.agg()).orElse(computation.aggregation());
        boolean takes = switch (computation) {
            case Computation.Snapshot snapshot -> snapshot.sqlTemplate() == null && aggregation != Aggregation.LAST;
            case Computation.Derived _ -> false;
            case Computation.Simple _, Computation.PerSprint _, Computation.Ratio _, Computation.Composite _ -> true;
        };
        if (measure.window() != null || !takes || chance % 2 == 0) {
            return measure;
        }
        Window window = chance % 3 == 0 ? new Window.Cumulative() : new Window.Rolling(3);
        return new Measure(
                measure.name(), measure.agg(), measure.as(), measure.params(), window, null, null, null, null);
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

    private static MetricDefinition metric(Measure measure) {
        return Compiling.CATALOG.metrics().stream()
                .filter(metric -> (metric.name() + "@" + metric.majorVersion()).equals(measure.name()))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> dimensions(Compiled.Query query, List<Object> row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            String name = query.rows().columns().get(i).name();
            if (Compiling.CATALOG.dimensions().stream()
                    .anyMatch(any -> any.name().equals(name))) {
                values.put(name, row.get(i) instanceof LocalDate day ? day.toString() : row.get(i));
            }
        }
        return values;
    }

    private static Object value(Compiled.Query query, List<Object> row, String column) {
        return row.get(IntStream.range(0, row.size())
                .filter(i -> query.rows().columns().get(i).name().equals(column))
                .findFirst()
                .orElseThrow());
    }

    private static Double number(Object value) {
        return value == null ? null : ((Number) value).doubleValue();
    }

    private static List<String> codes(String spec, Map<String, Object> row, String measure, String part) {
        return faults(spec, row, measure, part).stream().map(FieldError::code).toList();
    }

    private static List<FieldError> faults(String spec, Map<String, Object> row, String measure, String part) {
        return switch (opened(Compiling.spec(spec), new DrillRequest(row, measure, part, 10, 0))) {
            case Opened.Rejected rejected -> rejected.errors();
            case Opened.Query _ -> List.of();
        };
    }

    private static Opening open(String spec, Map<String, Object> row, String measure, String part) {
        return open(Compiling.spec(spec), new DrillRequest(row, measure, part, 1_000, 0));
    }

    private static Opening open(AnalyticsSpec spec, DrillRequest request) {
        Opened opened = opened(spec, request);
        assertThat(opened).isInstanceOf(Opened.Query.class);
        var query = (Opened.Query) opened;
        List<List<Object>> rows = Warehouse.run(
                Warehouse.TENANT, query.page().text(), query.page().binds());
        List<List<Object>> totals = Warehouse.run(
                Warehouse.TENANT, query.totals().text(), query.totals().binds());
        int width = query.page().columns().size() - 2;
        rows.forEach(row -> assertThat(row.subList(width, width + 2)).isEqualTo(totals.getFirst()));
        return new Opening(
                query.page().columns().subList(0, width).stream()
                        .map(column -> column.name())
                        .toList(),
                rows.stream().map(row -> row.subList(0, width)).toList(),
                (Long) totals.getFirst().get(1),
                (Double) totals.getFirst().getFirst());
    }

    private static Opened opened(AnalyticsSpec spec, DrillRequest request) {
        return COMPILER.open(spec, request, Compiling.CATALOG, Compiling.NOW, Warehouse.TENANT);
    }

    /** What came back. {@code sum} is null where nothing was summed. */
    private record Opening(List<String> columns, List<List<Object>> rows, long total, Double sumOrNull) {
        double sum() {
            return sumOrNull == null ? 0 : sumOrNull;
        }

        List<Double> values() {
            int place = columns.indexOf("value");
            return rows.stream()
                    .map(row -> number(row.get(place)))
                    .filter(value -> value != null)
                    .toList();
        }

        List<List<Object>> of(String... names) {
            return rows.stream()
                    .map(row -> {
                        List<Object> values = new ArrayList<>();
                        for (String name : names) {
                            values.add(row.get(columns.indexOf(name)));
                        }
                        return values;
                    })
                    .toList();
        }
    }
}
