package io.plumbline.jobs.imports;

import static io.plumbline.jobs.imports.ImportCalls.importLines;
import static io.plumbline.jobs.imports.ImportCalls.rows;
import static io.plumbline.jobs.imports.Tracker.assigned;
import static io.plumbline.jobs.imports.Tracker.estimated;
import static io.plumbline.jobs.imports.Tracker.flagged;
import static io.plumbline.jobs.imports.Tracker.issue;
import static io.plumbline.jobs.imports.Tracker.line;
import static io.plumbline.jobs.imports.Tracker.map;
import static io.plumbline.jobs.imports.Tracker.moved;
import static io.plumbline.jobs.imports.Tracker.sprint;
import static io.plumbline.jobs.imports.Tracker.sprints;
import static io.plumbline.jobs.imports.Tracker.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.EmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Histories made by hand; the expected rows are worked out in the comments beside them. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class ImportTest {
    @Test
    void buildsIntervalsFromAChangelog() {
        // Created in To Do on the 1st, in progress on the 2nd, blocked on the 3rd 00:00 to 06:00, flagged from the 3rd
        // 03:00 to
        // the 3rd 09:00 (union of blocked time: 00:00 to 09:00), done on the 4th, reopened on the 5th, done again on
        // the 6th.
        String line = issue("1", "PAY-1", "2026-03-01T00:00:00.000+0000")
                .in("5")
                .points(5)
                .history("100", "2026-03-02T01:00:00.000+0100", moved("1", "3"), assigned(null, "u2"))
                .history("101", "2026-03-03T00:00:00.000Z", moved("3", "4"))
                .history("102", "2026-03-03T03:00:00.000+00:00", flagged(true))
                .history("103", "2026-03-03T06:00:00.000+0000", moved("4", "3"))
                .history("104", "2026-03-03T09:00:00.000+0000", flagged(false), estimated("3", "5"))
                .history("105", "2026-03-04T00:00:00.000+0000", moved("3", "5"))
                .history("106", "2026-03-05T00:00:00.000+0000", moved("5", "3"))
                .history("107", "2026-03-06T00:00:00.000+0000", moved("3", "5"), moved("5", "5"))
                .line();
        var answer = importLines("intervals", "main", List.of(line));

        assertThat(answer.getString("data.status")).isEqualTo("completed");
        assertThat(answer.getLong("data.lines_accepted")).isEqualTo(1);
        assertThat(rows("""
                SELECT seq, status_id, category, from_at, to_at FROM warehouse.status_intervals WHERE tenant_id = 'intervals'
                ORDER BY seq"""))
                .containsExactly(
                        "0|1|todo|2026-03-01 00:00:00+00|2026-03-02 00:00:00+00",
                        "1|3|in_progress|2026-03-02 00:00:00+00|2026-03-03 00:00:00+00",
                        "2|4|in_progress|2026-03-03 00:00:00+00|2026-03-03 06:00:00+00",
                        "3|3|in_progress|2026-03-03 06:00:00+00|2026-03-04 00:00:00+00",
                        "4|5|done|2026-03-04 00:00:00+00|2026-03-05 00:00:00+00",
                        "5|3|in_progress|2026-03-05 00:00:00+00|2026-03-06 00:00:00+00",
                        "6|5|done|2026-03-06 00:00:00+00|");
        assertThat(rows("""
                SELECT seq, from_status_id, to_status_id, enters_done, leaves_done FROM warehouse.issue_transitions
                WHERE tenant_id = 'intervals' ORDER BY seq"""))
                .containsExactly(
                        "0||1|f|f", "1|1|3|f|f", "2|3|4|f|f", "3|4|3|f|f", "4|3|5|t|f", "5|5|3|f|t", "6|3|5|t|f");
        assertThat(rows(
                        "SELECT seq, points, from_at, to_at FROM warehouse.estimate_intervals WHERE tenant_id = 'intervals'"
                                + " ORDER BY seq"))
                .containsExactly("0|3|2026-03-01 00:00:00+00|2026-03-03 09:00:00+00", "1|5|2026-03-03 09:00:00+00|");
        assertThat(rows("SELECT from_at, to_at FROM warehouse.blocked_intervals WHERE tenant_id = 'intervals'"))
                .containsExactly("2026-03-03 00:00:00+00|2026-03-03 09:00:00+00");
        assertThat(rows("SELECT from_at, to_at FROM warehouse.flag_intervals WHERE tenant_id = 'intervals'"))
                .containsExactly("2026-03-03 03:00:00+00|2026-03-03 09:00:00+00");
        assertThat(rows("""
                SELECT status_id, status, status_category, assignee_id, estimate, first_in_progress_at, done_at, has_history
                FROM warehouse.issues WHERE tenant_id = 'intervals'""")).containsExactly("5|Done|done|u2|5|2026-03-02 00:00:00+00|2026-03-06 00:00:00+00|t");
        // In progress from the 2nd to the 4th but for the 9 blocked hours, and on the 5th: 24 + 15 + 24. It left done
        // once.
        assertThat(
                        rows(
                                "SELECT trim_scale(active_hours), reopened_times FROM warehouse.issues WHERE tenant_id = 'intervals'"))
                .containsExactly("63|1");
        assertThat(rows("""
                SELECT from_at, category_since, created_at, is_bug FROM warehouse.issue_states
                WHERE tenant_id = 'intervals' AND status_category = 'in_progress' ORDER BY 1"""))
                .containsExactly(
                        "2026-03-02 00:00:00+00|2026-03-02 00:00:00+00|2026-03-01 00:00:00+00|f",
                        "2026-03-03 00:00:00+00|2026-03-02 00:00:00+00|2026-03-01 00:00:00+00|f",
                        "2026-03-03 06:00:00+00|2026-03-02 00:00:00+00|2026-03-01 00:00:00+00|f",
                        "2026-03-05 00:00:00+00|2026-03-05 00:00:00+00|2026-03-01 00:00:00+00|f");
        assertThat(rows("SELECT user_id, display_name FROM warehouse.users WHERE tenant_id = 'intervals' ORDER BY 1"))
                .containsExactly("u1|Ana Novak", "u2|u2");
    }

    @Test
    void prefersTheWholeChangelogOfTwoVersionsOfTheSameTime() {
        String truncated = issue("1", "PAY-1", "2026-03-01T00:00:00.000+0000")
                .in("5")
                .history("2", "2026-03-03T00:00:00.000+0000", moved("3", "5"))
                .total(2)
                .line();
        String whole = issue("1", "PAY-1", "2026-03-01T00:00:00.000+0000")
                .in("5")
                .history("1", "2026-03-02T00:00:00.000+0000", moved("1", "3"))
                .history("2", "2026-03-03T00:00:00.000+0000", moved("3", "5"))
                .total(2)
                .line();
        importLines("cut", "main", List.of(truncated));
        assertThat(rows("SELECT has_history, first_in_progress_at FROM warehouse.issues WHERE tenant_id = 'cut'"))
                .containsExactly("f|2026-03-01 00:00:00+00");
        importLines("cut", "main", List.of(whole));
        importLines("cut", "main", List.of(truncated));
        assertThat(rows("SELECT has_history, first_in_progress_at FROM warehouse.issues WHERE tenant_id = 'cut'"))
                .containsExactly("t|2026-03-02 00:00:00+00");
    }

    @Test
    void readsTheSetsOfASprint() {
        // S0 = 2 March 10:00, S1 = 16 March 10:00, close = 09:58.
        String sprint = line(
                "sprint",
                sprint(
                        "7",
                        "closed",
                        "2026-03-02T10:00:00.000Z",
                        "2026-03-16T12:00:00.000Z",
                        "2026-03-16T10:00:00.000Z"));
        // Committed with 3 points (re-estimated to 8 later), done on the 10th: completed with 8.
        String committed = issue("1", "PAY-1", "2026-02-20T09:00:00.000Z")
                .in("5")
                .points(8)
                .history("10", "2026-03-01T09:00:00.000Z", sprints("", "7"))
                .history("11", "2026-03-03T09:00:00.000Z", estimated("3", "8"))
                .history("12", "2026-03-10T09:00:00.000Z", moved("1", "5"))
                .line();
        // Added on the 5th with 2 points in the same save, open at the end; moved to sprint 8 by the closing: in F, and
        // N.
        String added = issue("2", "PAY-2", "2026-02-20T09:00:00.000Z")
                .points(2)
                .history("20", "2026-03-05T09:00:00.000Z", sprints("", "7"), estimated(null, "2"))
                .history("21", "2026-03-16T09:59:30.000Z", sprints("7", "7, 8"))
                .line();
        // Committed with 5, removed on the 6th when it was estimated 13.
        String removed = issue("3", "PAY-3", "2026-02-20T09:00:00.000Z")
                .points(13)
                .history("30", "2026-03-02T10:00:00.000Z", sprints("", "7"))
                .history("31", "2026-03-05T09:00:00.000Z", estimated("5", "13"))
                .history("32", "2026-03-06T09:00:00.000Z", sprints("7", ""))
                .line();
        // Done before the start: neither committed nor completed, though reopened and done again inside.
        String early = issue("4", "PAY-4", "2026-02-20T09:00:00.000Z")
                .in("5")
                .points(1)
                .history("40", "2026-02-21T09:00:00.000Z", sprints("", "7"))
                .history("41", "2026-02-22T09:00:00.000Z", moved("1", "5"))
                .history("42", "2026-03-04T09:00:00.000Z", moved("5", "3"))
                .history("43", "2026-03-05T09:00:00.000Z", moved("3", "5"))
                .line();
        // No changelog: a member since its creation, inside the sprint; blocked for its whole life, until S1 in the
        // sprint.
        String partial = issue("5", "PAY-5", "2026-03-16T00:00:00.000Z")
                .in("4")
                .field("customfield_10020", List.of(sprint("7", "closed", null, null, null)))
                .withoutChangelog()
                .line();
        // A sub-task of the sprint: no row.
        String subtask = issue("6", "PAY-6", "2026-02-20T09:00:00.000Z")
                .field("issuetype", Tracker.map("name", "Sub-task", "subtask", true))
                .history("60", "2026-03-01T09:00:00.000Z", sprints("", "7"))
                .line();
        importLines("sets", "main", List.of(sprint, committed, added, removed, early, partial, subtask));

        assertThat(rows("""
                SELECT issue_id, committed, added, removed, final, completed, open_at_end, points_start, points_joined,
                    points_removed, points_end, reopened, trim_scale(blocked_hours), partial
                FROM warehouse.sprint_scope WHERE tenant_id = 'sets' ORDER BY 1"""))
                .containsExactly(
                        "1|t|f|f|t|t|f|3|3||8|f|0|f",
                        "2|f|t|f|t|f|t||2||2|f|0|f",
                        "3|t|f|t|f|f|f|5|5|13|13|f|0|f",
                        "4|f|f|f|t|f|f|1|1||1|t|0|f",
                        "5|f|t|f|t|f|t|||||f|10|t");
        assertThat(rows("SELECT sprint_id, seq, added_at, removed_at FROM warehouse.sprint_issues"
                        + " WHERE tenant_id = 'sets' AND issue_id = '2' ORDER BY 1"))
                .containsExactly("7|0|2026-03-05 09:00:00+00|", "8|0|2026-03-16 09:59:30+00|");
        assertThat(rows("SELECT started_at, ended_at, board FROM warehouse.sprints WHERE tenant_id = 'sets'"))
                .containsExactly("2026-03-02 10:00:00+00|2026-03-16 10:00:00+00|7");
        assertThat(rows("SELECT DISTINCT name FROM warehouse.statuses WHERE tenant_id = 'sets' ORDER BY 1"))
                .containsExactly("Blocked", "Done", "In Progress", "To Do");
    }

    @Test
    void aDeletedIssueStaysInTheSprintItMovedToAtThatInstant() {
        importLines(
                "moved-away",
                "main",
                List.of(
                        line(
                                "sprint",
                                sprint("7", "active", "2026-03-02T00:00:00.000Z", "2026-03-16T00:00:00.000Z", null)),
                        line(
                                "sprint",
                                sprint("8", "closed", "2026-02-02T00:00:00.000Z", "2026-02-16T00:00:00.000Z", null)),
                        issue("1", "PAY-1", "2026-03-01T00:00:00.000Z")
                                .history("1", "2026-03-05T00:00:00.000Z", sprints("7", "8"))
                                .line(),
                        line("issue", map("id", "1", "deleted", true, "deletedAt", "2026-03-05T00:00:00.000Z"))));

        assertThat(rows("SELECT sprint_id FROM warehouse.issues WHERE tenant_id = 'moved-away'"))
                .containsExactly("8");
        assertThat(rows("SELECT sprint_id, removed_at = '2026-03-05' FROM warehouse.sprint_issues"
                        + " WHERE tenant_id = 'moved-away' ORDER BY 1"))
                .containsExactly("7|t", "8|t");
    }

    @Test
    void importingAgainChangesNothing() {
        List<String> lines = List.of(
                line("status", status("3")),
                issue("1", "PAY-1", "2026-03-01T00:00:00.000Z")
                        .history("1", "2026-03-02T00:00:00.000Z", moved("1", "3"))
                        .line());
        importLines("again", "main", lines);
        List<String> first = ImportCalls.warehouse("again");
        var answer = importLines("again", "main", lines);

        assertThat(answer.getLong("data.lines_accepted")).isEqualTo(2);
        assertThat(ImportCalls.warehouse("again")).isEqualTo(first).isNotEmpty();
        assertThat(rows("SELECT data_version FROM warehouse.tenants WHERE tenant_id = 'again'"))
                .containsExactly("1");
    }
}
