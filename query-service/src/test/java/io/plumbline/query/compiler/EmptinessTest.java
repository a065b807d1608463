package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.query.compiler.sql.SqlQuery;
import io.plumbline.spec.result.ResultColumn;
import io.plumbline.spec.result.ResultType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Why there is no number, for each kind of measure that can lack one. */
class EmptinessTest {
    private static final String NO_DATA = "no_data";
    private static final String NOT_APPLICABLE = "not_applicable";
    private static final String INSUFFICIENT_N = "insufficient_n";

    @Test
    void findsNothingToAverageBeforeTheDataAndNoPeriodAfterNow() {
        Map<String, String> reasons = reasons("lead_time_avg", """
                {'measures': [{'name': 'lead_time_avg'}], 'dimensions': [{'field': 'metric_time', 'granularity': 'month'}],
                 'time': {'from': '2025-11-01', 'to': '2026-10-01'}}""");
        assertThat(reasons).containsEntry("2025-11-01", NO_DATA).containsEntry("2025-12-01", NO_DATA);
        assertThat(reasons).containsEntry("2026-08-01", NOT_APPLICABLE).containsEntry("2026-09-01", NOT_APPLICABLE);
        assertThat(reasons).doesNotContainKeys("2026-01-01", "2026-06-01");
    }

    @Test
    void knowsNoStateOfTheFuture() {
        assertThat(reasons("wip", """
                        {'measures': [{'name': 'wip'}], 'dimensions': [{'field': 'metric_time', 'granularity': 'quarter'}],
                         'time': {'from': '2026-04-01', 'to': '2027-01-01'}}""")).containsExactly(Map.entry("2026-10-01", NOT_APPLICABLE));
        assertThat(reasons(
                        "wip", "{'measures': [{'name': 'wip'}], 'time': {'from': '2026-08-01', 'to': '2026-09-01'}}"))
                .containsValue(NOT_APPLICABLE);
    }

    @Test
    void knowsNoStateOfTheFutureToCompareWith() {
        String spec = """
                {'measures': [{'name': 'wip'}], 'dimensions': [{'field': 'metric_time', 'granularity': 'month'}],
                 'time': {'from': '2026-10-01', 'to': '2027-01-01', 'compare': 'previous_period'}}""";
        assertThat(reasons("wip__previous", spec))
                .containsOnly(Map.entry("2026-11-01", NOT_APPLICABLE), Map.entry("2026-12-01", NOT_APPLICABLE));
    }

    @Test
    void tellsSprintsWithoutIssuesFromThoseWithoutAPlan() {
        Map<String, String> reasons = reasons("s", """
                {'measures': [{'name': 'spillover_ratio', 'as': 's'}], 'dimensions': ['sprint_name']}""");
        Map<String, String> expected = new LinkedHashMap<>();
        Warehouse.byHand("""
                        SELECT s.name, CASE WHEN count(x.issue_id) = 0 THEN 'no_data' ELSE 'not_applicable' END
                        FROM warehouse.sprints s LEFT JOIN warehouse.sprint_scope x USING (tenant_id, instance_id, sprint_id)
                        WHERE tenant_id = 'acme' AND s.state = 'closed' AND s.completed_at IS NOT NULL GROUP BY 1
                        HAVING coalesce(sum(points_start) FILTER (WHERE committed), 0) = 0""")
                .forEach(row ->
                        expected.put(row.getFirst().toString(), row.getLast().toString()));
        assertThat(expected).containsEntry("Lost", NO_DATA);
        assertThat(reasons).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void dividesByNothingOrHasNothing() {
        Map<String, String> reasons = reasons("throughput_ratio", """
                {'measures': [{'name': 'throughput_ratio'}], 'dimensions': [{'field': 'metric_time', 'granularity': 'day'}],
                 'time': {'from': '2025-12-30', 'to': '2026-03-01'}, 'filters': [{'field': 'issue_type', 'op': '=', 'value': 'Bug'}]}""");
        Map<String, String> expected = new LinkedHashMap<>();
        Warehouse.byHand("""
                        SELECT d::date, CASE WHEN done > 0 THEN 'not_applicable' ELSE 'no_data' END
                        FROM generate_series(timestamp '2025-12-30', '2026-02-28', '1 day') AS d, LATERAL (
                            SELECT count(*) FILTER (WHERE date_trunc('day', created_at AT TIME ZONE 'UTC') = d) AS made,
                                count(*) FILTER (WHERE date_trunc('day', done_at AT TIME ZONE 'UTC') = d) AS done
                            FROM warehouse.issues WHERE tenant_id = 'acme' AND issue_type = 'Bug') c
                        WHERE made = 0""")
                .forEach(row ->
                        expected.put(row.getFirst().toString(), row.getLast().toString()));
        assertThat(expected).containsValues(NO_DATA, NOT_APPLICABLE);
        assertThat(reasons).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void needsABaselineForAScore() {
        Map<String, String> reasons = reasons("s", """
                {'measures': [{'name': 'sprint_problematic_score@2', 'as': 's'}], 'dimensions': ['sprint_name']}""");
        assertThat(reasons).containsEntry("Sprint 1", INSUFFICIENT_N).containsEntry("Shop 1", INSUFFICIENT_N);
        assertThat(reasons).doesNotContainKeys("Sprint 6", "Sprint 12");
        assertThat(reasons("s", """
                        {'measures': [{'name': 'sprint_problematic_score@2', 'as': 's'}],
                         'filters': [{'field': 'board', 'op': '=', 'value': 'none'}]}""")).containsValue(NO_DATA);
    }

    @Test
    void wantsTheLeastNumberOfValues() {
        Map<String, String> reasons = reasons("created", """
                {'measures': [{'name': 'created', 'min_n': 41}], 'dimensions': [{'field': 'metric_time', 'granularity': 'month'}],
                 'time': {'from': '2025-12-01', 'to': '2026-09-01'}}""");
        assertThat(reasons)
                .containsEntry("2025-12-01", NO_DATA)
                .containsEntry("2026-06-01", INSUFFICIENT_N)
                .containsEntry("2026-08-01", NOT_APPLICABLE)
                .doesNotContainKeys("2026-05-01");
        assertThat(reasons("wip", """
                        {'measures': [{'name': 'wip', 'min_n': 500}]}""")).containsValue(INSUFFICIENT_N);
        assertThat(reasons("r", """
                        {'measures': [{'name': 'throughput_ratio', 'as': 'r', 'min_n': 500}]}""")).containsValue(INSUFFICIENT_N);
    }

    @Test
    void deviatesFromNothingWithOneValue() {
        assertThat(reasons("d", """
                        {'measures': [{'name': 'velocity', 'agg': 'stddev', 'as': 'd'}], 'dimensions': ['board']}"""))
                .containsEntry("Shop board", INSUFFICIENT_N)
                .doesNotContainKey("Payments board");
    }

    @Test
    void rollsUpGroupsWithoutAValue() {
        Map<String, String> reasons = reasons("l", """
                {'measures': [{'name': 'lead_time_p50', 'as': 'l', 'per': {'dimensions': ['project_key']}}],
                 'dimensions': [{'field': 'metric_time', 'granularity': 'month'}],
                 'time': {'from': '2025-12-01', 'to': '2026-10-01'}}""");
        assertThat(reasons)
                .containsEntry("2025-12-01", NO_DATA)
                .containsEntry("2026-09-01", NOT_APPLICABLE)
                .doesNotContainKey("2026-03-01");
        assertThat(reasons("d", """
                        {'measures': [{'name': 'closed', 'as': 'd', 'per': {'dimensions': ['project_key'], 'agg': 'stddev'}}],
                         'dimensions': ['instance_id']}""")).containsExactly(Map.entry("second", INSUFFICIENT_N));
        assertThat(reasons("few", """
                        {'measures': [{'name': 'closed', 'as': 'few', 'min_n': 2, 'per': {'dimensions': ['project_key']}}],
                         'dimensions': ['instance_id']}""")).containsExactly(Map.entry("second", INSUFFICIENT_N));
        assertThat(reasons("w", """
                        {'measures': [{'name': 'wip', 'as': 'w', 'per': {'dimensions': ['project_key'], 'agg': 'sum'}}],
                         'time': {'granularity': 'month', 'from': '2026-07-01', 'to': '2026-09-01'}}""")).containsExactly(Map.entry("2026-08-01", NOT_APPLICABLE));
    }

    @Test
    void comparesWithNothing() {
        String spec = """
                {'measures': [{'name': 'created', 'as': 'c'}, {'name': 'lead_time_avg', 'as': 'l'}],
                 'dimensions': [{'field': 'metric_time', 'granularity': 'day'}],
                 'time': {'from': '2026-03-01', 'to': '2026-04-01', 'compare': 'previous_period'}}""";
        assertThat(reasons("c__previous", spec)).containsOnlyKeys("2026-03-29", "2026-03-30", "2026-03-31");
        assertThat(reasons("c__previous", spec)).containsValue(NOT_APPLICABLE);
        assertThat(reasons("l__previous", spec)).containsEntry("2026-03-31", NOT_APPLICABLE);
        String january = """
                {'measures': [{'name': 'created', 'as': 'c'}, {'name': 'lead_time_avg', 'as': 'l'}],
                 'time': {'from': '2026-01-01', 'to': '2026-02-01', 'compare': 'previous_period'}}""";
        assertThat(reasons("c__delta", january)).isEmpty();
        assertThat(reasons("c__delta_pct", january)).containsValue(NOT_APPLICABLE);
        assertThat(reasons("l", january)).isEmpty();
        assertThat(reasons("l__previous", january)).containsValue(NO_DATA);
        assertThat(reasons("l__delta", january)).containsValue(NOT_APPLICABLE);
    }

    @Test
    void comparesTheFirstSprintOfABoardWithNothing() {
        String spec = """
                {'measures': [{'name': 'velocity', 'as': 'v'}], 'time': {'granularity': 'sprint', 'compare': 'previous_sprints'},
                 'filters': [{'field': 'board', 'op': '=', 'value': 'Payments board'}]}""";
        assertThat(reasons("v", spec)).isEmpty();
        assertThat(reasons("v__previous", spec)).hasSize(1).containsValue(NOT_APPLICABLE);
        assertThat(reasons("v__delta", spec)).isEqualTo(reasons("v__previous", spec));
    }

    @Test
    void hasNoShareOfNothingAndNoRankOfNothing() {
        String spec = """
                {'measures': [{'name': 'closed', 'as': 'share', 'show': {'type': 'percent_of_total'}},
                              {'name': 'lead_time_avg', 'as': 'place', 'show': {'type': 'rank'}},
                              {'name': 'created', 'as': 'few', 'min_n': 9000, 'show': {'type': 'rank'}},
                              {'name': 'created', 'as': 'part', 'min_n': 9000, 'show': {'type': 'percent_of_total'}}],
                 'dimensions': ['issue_type'], 'filters': [{'field': 'resolved_at', 'op': 'is_null'}]}""";
        assertThat(reasons("share", spec)).containsEntry("Bug", NOT_APPLICABLE);
        assertThat(reasons("place", spec)).containsEntry("Bug", NOT_APPLICABLE);
        assertThat(reasons("few", spec)).containsEntry("Bug", INSUFFICIENT_N);
        assertThat(reasons("part", spec)).containsEntry("Bug", INSUFFICIENT_N);
    }

    @Test
    void saysNothingOfNumbers() {
        assertThat(reasons("created", "{'measures': [{'name': 'created'}, {'name': 'wip'}]}"))
                .isEmpty();
        assertThat(Compiling.query("{'measures': [{'name': 'created'}, {'name': 'wip'}]}")
                        .rows()
                        .columns())
                .extracting(ResultColumn::type)
                .doesNotContain(ResultType.WHY);
    }

    /** The reasons of a column by the first value of each row, where it has one. */
    private static Map<String, String> reasons(String column, String spec) {
        SqlQuery query = Compiling.query(spec).rows();
        int place = query.columns().indexOf(new ResultColumn(column, ResultType.WHY));
        Map<String, String> reasons = new LinkedHashMap<>();
        if (place >= 0) {
            for (List<Object> row : Warehouse.run(Warehouse.TENANT, query.text(), query.binds())) {
                if (row.get(place) != null) {
                    reasons.put(String.valueOf(row.getFirst()), row.get(place).toString());
                }
            }
        }
        return reasons;
    }
}
