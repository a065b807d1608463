package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.query.compiler.drill.DrillRequest;
import io.plumbline.query.compiler.index.SprintColumn;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Filter;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
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
            Opening opening = open(spec, new DrillRequest(cell, measure.column(), null, 100_000, 0));
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
    void opensTheRowOfASprint() {
        String spec = """
                {"measures": [{"name": "created"}], "dimensions": ["issue_type"], "time": {"granularity": "sprint"}}
                """;
        Map<String, Object> row = new HashMap<>(sprint(3));
        row.put("issue_type", "Bug");
        List<List<Object>> byHand = Warehouse.byHand("""
                SELECT i.issue_key FROM warehouse.issues i
                WHERE i.tenant_id = 'acme' AND i.issue_type = 'Bug'
                  AND i.created_at >= '2026-02-02T09:00Z' AND i.created_at < '2026-02-16T08:00Z'
                  AND (i.instance_id, i.project_id) IN (
                    SELECT instance_id, project_id FROM warehouse.sprint_scope WHERE tenant_id = 'acme' AND sprint_id = 's3')
                ORDER BY i.created_at, i.issue_key COLLATE "C"
                """);
        assertThat(open(spec, row, null, null).of("issue_key"))
                .isEqualTo(byHand)
                .isNotEmpty();
    }

    @Test
    void opensASprintsOwnNumberAsByItsName() {
        String velocity = "{\"measures\": [{\"name\": \"velocity\"}], %s}";
        assertThat(open(velocity.formatted("\"time\": {\"granularity\": \"sprint\"}"), sprint(3), null, null)
                        .rows())
                .isEqualTo(open(
                                velocity.formatted("\"dimensions\": [\"sprint_name\"]"),
                                Map.of("sprint_name", "Sprint 3"),
                                null,
                                null)
                        .rows())
                .isNotEmpty();
    }

    @Test
    void opensTheSprintsOfAWindow() {
        String spec = """
                {"measures": [{"name": "velocity", "agg": "sum", "window": {"type": "rolling", "periods": 3}}],
                 "dimensions": ["sprint_name"], "time": {"granularity": "sprint", "from": "2026-02-10"}}
                """;
        Map<String, Object> row = new HashMap<>(sprint(4));
        row.put("sprint_name", "Sprint 4");
        Opening opening = open(spec, row, null, null);
        assertThat(opening.of("sprint").stream().distinct())
                .containsExactly(List.of("Sprint 2"), List.of("Sprint 3"), List.of("Sprint 4"));
        List<List<Object>> byHand = Warehouse.byHand("""
                SELECT sum(points_end) FILTER (WHERE completed)::float8 FROM warehouse.sprint_scope
                WHERE tenant_id = 'acme' AND sprint_id IN ('s2', 's3', 's4')
                """);
        assertThat(opening.sum()).isEqualTo((Double) byHand.getFirst().getFirst());
    }

    @Test
    void aRowOfASprintNamesTheSprint() {
        String spec = "{\"measures\": [{\"name\": \"created\"}], \"time\": {\"granularity\": \"sprint\"}}";
        assertThat(faults(spec, Map.of("metric_time", "2026-01-05"), null, null))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple("/row", "missing_dimension"), tuple("/row", "missing_dimension"));
        assertThat(faults(
                        spec,
                        Map.of("metric_time", "January", "metric_time__sprint", 3, "metric_time__board", "b"),
                        null,
                        null))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactlyInAnyOrder(
                        tuple("/row/metric_time", "wrong_value"), tuple("/row/metric_time__sprint", "wrong_value"));
        Opening none = open(
                spec,
                Map.of("metric_time", "2026-01-06", "metric_time__sprint", "Sprint 1", "metric_time__board", "none"),
                null,
                null);
        assertThat(none.total()).isZero();
    }

    private static Map<String, Object> sprint(int number) {
        return Map.of(
                "metric_time",
                LocalDate.of(2026, 1, 5).plusWeeks(2L * (number - 1)).toString(),
                "metric_time__sprint",
                "Sprint " + number,
                "metric_time__board",
                "Payments board");
    }

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

    @Provide
    Arbitrary<AnalyticsSpec> specs() {
        return SpecGenerator.specs(Compiling.CATALOG).map(DrillTest::alone);
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
        return new Measure(
                measure.name(), measure.agg(), measure.as(), measure.params(), null, measure.per(), null, null, null);
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
        if (measure.per() != null || !takes || chance % 2 == 0) {
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
            if (SprintColumn.find(name).isPresent()
                    || Compiling.CATALOG.dimensions().stream()
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
                (Double) totals.getFirst().getFirst(),
                query.notes());
    }

    private static Opened opened(AnalyticsSpec spec, DrillRequest request) {
        return COMPILER.open(spec, request, Compiling.CATALOG, Compiling.NOW, Warehouse.TENANT);
    }

    /** What came back. {@code sum} is null where nothing was summed. */
    private record Opening(
            List<String> columns, List<List<Object>> rows, long total, Double sumOrNull, List<String> notes) {
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

        /** The values of the rows of each group. */
        Collection<List<Double>> groups(String group) {
            int place = columns.indexOf(group);
            int value = columns.indexOf("value");
            Map<Object, List<Double>> groups = new HashMap<>();
            for (List<Object> row : rows) {
                List<Double> values = groups.computeIfAbsent(row.get(place), _ -> new ArrayList<>());
                Optional.ofNullable(number(row.get(value))).ifPresent(values::add);
            }
            return groups.values();
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
