package io.plumbline.jobs.imports;

import static io.plumbline.jobs.imports.ImportCalls.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.jobs.stats.StatsRefresh;
import io.plumbline.jobs.stats.StatsViews.Outcome;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The statistics worked out ahead are those that the sprints' sets give, of the version they say, and of one tenant. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class SprintStatsTest {
    /** As metrics.md defines them, by the sets of the sprints and another way to the deviations. */
    private static final String LIVE = """
            WITH x AS (
                SELECT s.instance_id, s.sprint_id,
                    (SELECT coalesce(sum(points_start), 0) FROM warehouse.sprint_sets i
                     WHERE i.instance_id = s.instance_id AND i.sprint_id = s.sprint_id AND committed) AS planned,
                    (SELECT coalesce(sum(points_end), 0) FROM warehouse.sprint_sets i
                     WHERE i.instance_id = s.instance_id AND i.sprint_id = s.sprint_id AND completed) AS completed,
                    (SELECT coalesce(sum(points_start), 0) FROM warehouse.sprint_sets i
                     WHERE i.instance_id = s.instance_id AND i.sprint_id = s.sprint_id AND committed AND open_at_end) AS spilled,
                    (SELECT coalesce(sum(CASE WHEN added THEN points_joined END), 0) + coalesce(sum(CASE WHEN removed THEN points_removed END), 0)
                     FROM warehouse.sprint_sets i WHERE i.instance_id = s.instance_id AND i.sprint_id = s.sprint_id) AS churned
                FROM warehouse.sprints s
                WHERE s.state = 'closed' AND s.started_at IS NOT NULL AND s.ended_at IS NOT NULL
            ), y AS (
                SELECT *, spilled / nullif(planned, 0) AS spillover, churned / nullif(planned, 0) AS churn,
                    abs(completed - planned) / nullif(planned, 0) AS accuracy
                FROM x
            ), i AS (
                SELECT instance_id, count(*) AS n, avg(planned) AS planned_m, stddev_samp(planned) AS planned_d,
                    avg(spillover) AS spillover_m, stddev_samp(spillover) AS spillover_d
                FROM y GROUP BY instance_id
            )
            SELECT y.sprint_id, planned, completed, round(spillover, 9), round(churn, 9), round(accuracy, 9),
                CASE WHEN n >= 5 THEN round(CASE WHEN planned_d = 0 THEN 0
                    ELSE greatest(-3, least(3, (planned - planned_m) / planned_d)) END, 9) END,
                CASE WHEN n >= 5 AND spillover IS NOT NULL THEN round(CASE WHEN coalesce(spillover_d, 0) = 0 THEN 0
                    ELSE greatest(-3, least(3, (spillover - spillover_m) / spillover_d)) END, 9) END
            FROM y JOIN i ON i.instance_id = y.instance_id
            ORDER BY y.instance_id, y.sprint_id
            """;

    private static final String AHEAD = """
            SELECT sprint_id, planned_sp, completed_sp, round(spillover_ratio, 9), round(scope_churn_ratio, 9), round(accuracy_abs, 9),
                round(planned_z, 9), round(spillover_z, 9)
            FROM warehouse.sprint_stats ORDER BY instance_id, sprint_id
            """;

    private static final List<String> TENANTS = List.of("stats1", "stats2");

    @Inject
    StatsRefresh stats;

    @Test
    void areThoseOfTheSetsAfterARefresh() throws SQLException {
        for (int i = 0; i < 4; i++) {
            for (String tenant : TENANTS) {
                var tracker = new RandomTracker(tenant.hashCode() + i);
                ImportCalls.importLines(tenant, "main", i == 0 ? tracker.everything() : tracker.piece());
            }
            settle();
            for (String tenant : TENANTS) {
                assertThat(read(tenant, AHEAD))
                        .as("%s after %d imports", tenant, i + 1)
                        .isEqualTo(read(tenant, LIVE))
                        .isNotEmpty();
                assertThat(read(tenant, "SELECT DISTINCT data_version FROM warehouse.sprint_stats"))
                        .isEqualTo(rows(
                                "SELECT data_version FROM warehouse.tenants WHERE tenant_id = '%s'".formatted(tenant)));
            }
        }
        assertThat(read("stats1", "SELECT DISTINCT tenant_id FROM warehouse.sprint_stats"))
                .containsExactly("stats1");
        assertThat(read("", "SELECT FROM warehouse.sprint_stats")).isEmpty();
    }

    @Test
    void countCommentsByIssue() throws SQLException {
        String comment = """
                {"kind": "comment", "data": {"id": "%s", "issueId": "1", "author": {"accountId": "%s", "displayName": "A"},
                 "body": "text", "created": "2026-03-0%sT00:00:00.000Z", "updated": "2026-03-09T00:00:00.000Z"}}""";
        ImportCalls.importLines(
                "comments",
                "main",
                List.of(
                        Tracker.issue("1", "PAY-1", "2026-03-01T00:00:00.000Z").line(),
                        comment.formatted("1", "a", "2").replace("\n", ""),
                        comment.formatted("2", "a", "3").replace("\n", ""),
                        comment.formatted("3", "b", "4").replace("\n", "")));
        settle();
        assertThat(read("comments", """
                SELECT issue_id, comments, authors, first_at, last_at, data_version FROM warehouse.issue_comment_stats""")).containsExactly("1|3|2|2026-03-02 00:00:00+00|2026-03-04 00:00:00+00|1");
        assertThat(read("stats1", "SELECT FROM warehouse.issue_comment_stats WHERE issue_id = '1' AND comments = 3"))
                .isEmpty();
    }

    @Test
    void areLeftAloneWhileTheDataIsTheSame() {
        settle();
        assertThat(stats.refresh()).contains(Outcome.FRESH);
    }

    /** Refreshes, or waits for the one by time that is at it. */
    private void settle() {
        while (stats.refresh().orElseThrow() == Outcome.ELSEWHERE) {
            Thread.onSpinWait();
        }
    }

    /** Rows that query-service sees, columns joined by a bar. */
    private static List<String> read(String tenant, String sql) throws SQLException {
        try (Connection connection = EmbeddedServers.postgres().connect("query_service");
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT set_config('app.tenant_id', '%s', false)".formatted(tenant));
            List<String> found = new ArrayList<>();
            try (ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    List<String> columns = new ArrayList<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        columns.add(result.getString(i));
                    }
                    found.add(String.join(
                            "|", columns.stream().map(String::valueOf).toList()));
                }
            }
            return found;
        }
    }
}
