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
import static io.plumbline.jobs.imports.Tracker.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.EmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The same records give the same warehouse, in whatever order and in however many imports they come. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres,kafka"))
class ImportConvergenceTest {
    @Test
    void orderOfLinesAndPiecesDecidesNothing() {
        List<String> lines = records();
        importLines("order0", "main", lines);
        List<String> expected = ImportCalls.warehouse("order0");
        for (int seed = 1; seed <= 4; seed++) {
            List<String> shuffled = new ArrayList<>(lines);
            Collections.shuffle(shuffled, new Random(seed));
            String tenant = "order" + seed;
            int middle = seed % 2 == 0 ? shuffled.size() : shuffled.size() / 2;
            importLines(tenant, "main", shuffled.subList(0, middle));
            if (middle < shuffled.size()) {
                importLines(tenant, "main", shuffled.subList(middle, shuffled.size()));
            }
            assertThat(ImportCalls.warehouse(tenant)).as("seed %d", seed).isEqualTo(expected);
        }
        assertThat(expected).hasSizeGreaterThan(40);
    }

    @Test
    void laterVersionOfAnIssueWinsAsAWhole() {
        String old = issue("1", "OLD-1", "2026-03-01T00:00:00.000Z")
                .history("1", "2026-03-02T00:00:00.000Z", moved("1", "3"))
                .line();
        String recent = issue("1", "PAY-1", "2026-03-01T00:00:00.000Z")
                .in("5")
                .history("1", "2026-03-02T00:00:00.000Z", moved("1", "3"))
                .history("2", "2026-03-03T00:00:00.000Z", moved("3", "5"))
                .line();
        importLines("versions", "main", List.of(recent, old));
        importLines("versions", "main", List.of(old));

        assertThat(rows("SELECT issue_key, status_id, done_at FROM warehouse.issues WHERE tenant_id = 'versions'"))
                .containsExactly("PAY-1|5|2026-03-03 00:00:00+00");
        assertThat(rows("SELECT count(*) FROM warehouse.status_intervals WHERE tenant_id = 'versions'"))
                .containsExactly("3");
    }

    @Test
    void statusObjectThatComesLaterDerivesWhatIsStoredAnew() {
        // Status 6 is "Closed" in the history only: done by its name; then the tracker says that it means in progress.
        String line = issue("1", "PAY-1", "2026-03-01T00:00:00.000Z")
                .in("3")
                .history("1", "2026-03-02T00:00:00.000Z", moved("1", "6"))
                .history("2", "2026-03-03T00:00:00.000Z", moved("6", "3"))
                .line();
        importLines("late", "main", List.of(line));
        assertThat(
                        rows(
                                "SELECT enters_done, leaves_done FROM warehouse.issue_transitions WHERE tenant_id = 'late' ORDER BY seq"))
                .containsExactly("f|f", "t|f", "f|t");

        importLines(
                "late",
                "main",
                List.of(line(
                        "status", map("id", "6", "name", "Closed", "statusCategory", map("key", "indeterminate")))));
        assertThat(
                        rows(
                                "SELECT enters_done, leaves_done FROM warehouse.issue_transitions WHERE tenant_id = 'late' ORDER BY seq"))
                .containsExactly("f|f", "f|f", "f|f");
        assertThat(rows("SELECT first_in_progress_at FROM warehouse.issues WHERE tenant_id = 'late'"))
                .containsExactly("2026-03-02 00:00:00+00");
        assertThat(rows("SELECT data_version FROM warehouse.tenants WHERE tenant_id = 'late'"))
                .containsExactly("2");
    }

    @Test
    void tombstoneEndsWhatIsOpenWhetherItComesBeforeOrAfterTheIssue() {
        String alive = issue("1", "PAY-1", "2026-03-01T00:00:00.000Z")
                .in("4")
                .points(3)
                .history("1", "2026-03-02T00:00:00.000Z", moved("1", "4"), sprints("", "7"), assigned(null, "u2"))
                .line();
        String tombstone = line("issue", map("id", "1", "deleted", true, "deletedAt", "2026-03-05T00:00:00.000Z"));
        importLines("dead1", "main", List.of(alive));
        importLines("dead1", "main", List.of(tombstone));
        importLines("dead2", "main", List.of(tombstone, alive));

        assertThat(ImportCalls.warehouse("dead2")).isEqualTo(ImportCalls.warehouse("dead1"));
        assertThat(rows("SELECT deleted_at, sprint_id FROM warehouse.issues WHERE tenant_id = 'dead1'"))
                .containsExactly("2026-03-05 00:00:00+00|7");
        assertThat(rows("""
                SELECT to_at FROM warehouse.status_intervals WHERE tenant_id = 'dead1' AND seq = 1
                UNION ALL SELECT to_at FROM warehouse.estimate_intervals WHERE tenant_id = 'dead1'
                UNION ALL SELECT to_at FROM warehouse.assignee_intervals WHERE tenant_id = 'dead1' AND seq = 1
                UNION ALL SELECT removed_at FROM warehouse.sprint_issues WHERE tenant_id = 'dead1'
                UNION ALL SELECT to_at FROM warehouse.blocked_intervals WHERE tenant_id = 'dead1'
                UNION ALL SELECT max(to_at) FROM warehouse.issue_states WHERE tenant_id = 'dead1'""")).hasSize(6).containsOnly("2026-03-05 00:00:00+00");
    }

    @Test
    void fieldNameThatIsLearnedLateCountsForEarlierLinesToo() {
        // Only the second issue tells that customfield_10099 holds the story points.
        String silent = issue("1", "PAY-1", "2026-03-01T00:00:00.000Z")
                .field("customfield_10099", 8)
                .field("customfield_10026", 100)
                .line();
        String telling = issue("2", "PAY-2", "2026-03-01T00:00:00.000Z")
                .member("names", map("customfield_10099", "Story Points"))
                .line();
        importLines("names1", "main", List.of(silent, telling));
        importLines("names2", "main", List.of(silent));
        importLines("names2", "main", List.of(telling));

        assertThat(rows("SELECT estimate FROM warehouse.issues WHERE tenant_id = 'names1' AND issue_id = '1'"))
                .containsExactly("8");
        assertThat(ImportCalls.warehouse("names2")).isEqualTo(ImportCalls.warehouse("names1"));
    }

    @Test
    void sprintThatStartsLaterBecomesThePresentOneOfStoredIssues() {
        String both = issue("1", "PAY-1", "2026-03-01T00:00:00.000Z")
                .history("1", "2026-03-02T00:00:00.000Z", sprints("", "7, 8"))
                .line();
        importLines(
                "present",
                "main",
                List.of(
                        both,
                        line(
                                "sprint",
                                sprint("7", "active", "2026-03-01T00:00:00.000Z", "2026-03-15T00:00:00.000Z", null)),
                        line("sprint", sprint("8", "future", null, null, null))));
        assertThat(rows("SELECT sprint_id FROM warehouse.issues WHERE tenant_id = 'present'"))
                .containsExactly("7");

        importLines(
                "present",
                "main",
                List.of(
                        line(
                                "sprint",
                                sprint(
                                        "7",
                                        "closed",
                                        "2026-03-01T00:00:00.000Z",
                                        "2026-03-15T00:00:00.000Z",
                                        "2026-03-15T00:00:00.000Z")),
                        line("sprint", sprint("8", "active", "2026-03-15T00:00:00.000Z", null, null))));
        assertThat(rows("SELECT sprint_id FROM warehouse.issues WHERE tenant_id = 'present'"))
                .containsExactly("8");
    }

    @Test
    void issueDeletedInTheInstantOfItsLastMoveKeepsTheSprintItMovedTo() {
        String moved = issue("1", "PAY-1", "2026-03-01T00:00:00.000Z")
                .history("1", "2026-03-02T00:00:00.000Z", sprints("", "7"))
                .history("2", "2026-03-20T00:00:00.000Z", sprints("7", "8"))
                .line();
        importLines(
                "last_move",
                "main",
                List.of(
                        moved,
                        line("issue", map("id", "1", "deleted", true, "deletedAt", "2026-03-20T00:00:00.000Z")),
                        line("sprint", sprint("7", "active", "2026-03-01T00:00:00.000Z", null, null)),
                        line("sprint", sprint("8", "future", null, null, null))));

        assertThat(rows("SELECT sprint_id FROM warehouse.issues WHERE tenant_id = 'last_move'"))
                .containsExactly("8");
    }

    private static List<String> records() {
        List<String> lines = new ArrayList<>(List.of(
                line("status", status("5")),
                line("project", map("id", "10", "key", "PAY", "name", "Payments, the project")),
                line("user", user("u1", "Ana Novak (user)")),
                line(
                        "sprint",
                        sprint(
                                "7",
                                "closed",
                                "2026-03-02T10:00:00.000Z",
                                "2026-03-16T12:00:00.000Z",
                                "2026-03-16T10:00:00.000Z")),
                line(
                        "comment",
                        map(
                                "id",
                                "900",
                                "issueId",
                                "1",
                                "author",
                                user("u5", "Eva"),
                                "body",
                                "later text",
                                "created",
                                "2026-03-01T00:00:00.000Z",
                                "updated",
                                "2026-03-09T00:00:00.000Z")),
                line(
                        "worklog",
                        map(
                                "id",
                                "800",
                                "issueId",
                                "2",
                                "author",
                                user("u5", "Eva"),
                                "started",
                                "2026-03-01T00:00:00.000Z",
                                "timeSpentSeconds",
                                600,
                                "updated",
                                "2026-03-02T00:00:00.000Z"))));
        lines.add(issue("1", "PAY-1", "2026-03-01T00:00:00.000Z")
                .in("5")
                .points(5)
                .field("assignee", user("u2", "Ben the first"))
                .field(
                        "comment",
                        map(
                                "comments",
                                List.of(map(
                                        "id",
                                        "900",
                                        "author",
                                        user("u5", "Eva"),
                                        "body",
                                        "early text",
                                        "created",
                                        "2026-03-01T00:00:00.000Z",
                                        "updated",
                                        "2026-03-02T00:00:00.000Z"))))
                .history("1", "2026-03-02T00:00:00.000Z", moved("1", "3"), sprints("", "7"))
                .history("2", "2026-03-03T00:00:00.000Z", flagged(true), assigned(null, "u2"))
                .history("3", "2026-03-04T00:00:00.000Z", moved("3", "5"), flagged(false))
                .line());
        lines.add(issue("1", "PAY-1", "2026-03-01T00:00:00.000Z")
                .history("1", "2026-03-02T00:00:00.000Z", moved("1", "3"))
                .line());
        lines.add(issue("2", "PAY-2", "2026-03-01T00:00:00.000Z")
                .in("4")
                .field("assignee", user("u2", "Ben the second"))
                .field("customfield_10020", List.of(sprint("9", "active", "2026-03-10T00:00:00.000Z", null, null)))
                .history("4", "2026-03-08T00:00:00.000Z", moved("1", "4"), estimated(null, "3"))
                .line());
        // Equally new, but different: one of them wins, whichever comes first.
        lines.add(issue("3", "PAY-3", "2026-03-01T00:00:00.000Z")
                .field("summary", "a")
                .line());
        lines.add(issue("3", "PAY-3", "2026-03-01T00:00:00.000Z")
                .field("summary", "b")
                .line());
        return lines;
    }
}
