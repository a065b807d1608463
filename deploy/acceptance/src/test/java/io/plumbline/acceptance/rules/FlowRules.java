package io.plumbline.acceptance.rules;

import static io.plumbline.acceptance.history.RawStatus.BLOCKED;
import static io.plumbline.acceptance.history.RawStatus.DONE;
import static io.plumbline.acceptance.history.RawStatus.IN_PROGRESS;
import static io.plumbline.acceptance.history.RawStatus.REVIEW;
import static io.plumbline.acceptance.history.RawStatus.TO_DO;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.acceptance.history.RawIssue;
import io.plumbline.acceptance.history.RawPerson;
import io.plumbline.acceptance.history.RawStatus;
import io.plumbline.acceptance.history.RawTracker;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How issues flow: done, reopened, blocked, in progress. */
public abstract class FlowRules {
    private static final RawPerson ANA = new RawPerson("a1", "Ana");

    protected abstract Answers answers();

    /** Trap 9: the tracker's status object says done, the issue and the history's name do not. */
    @Test
    void statusObjectsDecideWhatAHistoricStatusMeans() {
        RawStatus shipped = new RawStatus("77", "Shipped", "done", true);
        RawStatus unlisted = new RawStatus("77", "Shipped", "indeterminate", false);
        RawIssue was = issue(1).at("2025-01-02T09:00:00Z").status(shipped).saved();
        RawIssue says =
                issue(2).at("2025-01-02T09:00:00Z").status(shipped).saved().presentlySaid(unlisted);
        assertThat(answers().total("closed", tracker(was, says).with(shipped))).isEqualTo(2.0);
    }

    @Test
    void statusesOfHistoriesAloneAreKnownByTheirNames() {
        RawStatus released = new RawStatus("88", "Released", "?", false);
        RawIssue issue = issue(1).at("2025-01-02T09:00:00Z").status(released).saved();
        issue.at("2025-01-03T09:00:00Z").status(TO_DO).saved();
        assertThat(answers().total("reopened_count", tracker(issue))).isEqualTo(1.0);
    }

    /** Trap 10. */
    @Test
    void editsWhileBlockedSplitNothing() {
        RawIssue issue = issue(1).at("2025-01-02T00:00:00Z").status(BLOCKED).saved();
        issue.at("2025-01-02T06:00:00Z").flagged(true).saved();
        issue.at("2025-01-02T12:00:00Z").summary("another").assignee(ANA).saved();
        issue.at("2025-01-02T18:00:00Z").status(IN_PROGRESS).saved();
        issue.at("2025-01-03T00:00:00Z").flagged(false).saved();
        assertThat(answers().total("blocked_hours", tracker(issue))).isEqualTo(24.0);
    }

    @Test
    void blockedTimeEndsWithDone() {
        RawIssue issue = issue(1).at("2025-01-02T00:00:00Z").flagged(true).saved();
        issue.at("2025-01-02T06:00:00Z").status(DONE).saved();
        assertThat(answers().total("blocked_hours", tracker(issue))).isEqualTo(6.0);
    }

    /** Trap 12. */
    @Test
    void averagesAreOverIssuesAndNotOverGroups() {
        RawTracker tracker = tracker(
                lived(1, "Bug", "2025-01-11T09:00:00Z"),
                lived(2, "Story", "2025-01-02T09:00:00Z"),
                lived(3, "Story", "2025-01-02T09:00:00Z"),
                lived(4, "Story", "2025-01-02T09:00:00Z"));
        assertThat(answers().total("lead_time_avg", tracker)).isEqualTo(13.0 / 4);
        assertThat(answers().rows("""
                {"measures":[{"name":"lead_time_avg"}],"dimensions":["issue_type"]}""", tracker))
                .containsExactly(
                        Map.of("issue_type", "Bug", "lead_time_avg", 10.0),
                        Map.of("issue_type", "Story", "lead_time_avg", 1.0));
    }

    /** Trap 13: three comments, five transitions, two labels. */
    @Test
    void measuresOfDifferentEntitiesDoNotMultiply() {
        RawIssue issue = issue(1).comments(3).labels("a", "b");
        issue.at("2025-01-02T09:00:00Z").status(IN_PROGRESS).saved();
        issue.at("2025-01-03T09:00:00Z").status(DONE).saved();
        issue.at("2025-01-04T09:00:00Z").status(REVIEW).flagged(true).saved();
        issue.at("2025-01-05T09:00:00Z").status(DONE).saved();
        assertThat(answers().rows("""
                {"measures":[{"name":"created"},{"name":"closed"},{"name":"reopened_count"},{"name":"blocked_hours"},
                {"name":"lead_time_avg"}]}""", tracker(issue)))
                .containsExactly(Map.of(
                        "created",
                        1.0,
                        "closed",
                        1.0,
                        "reopened_count",
                        1.0,
                        "blocked_hours",
                        24.0,
                        "lead_time_avg",
                        4.0));
    }

    @Test
    void labelsCountAnIssueUnderEachValueAndNegationsAskForNone() {
        RawTracker tracker = tracker(issue(1).labels("a", "b"), issue(2).labels("b"), issue(3));
        assertThat(answers().rows("""
                {"measures":[{"name":"created"}],"dimensions":["label"],"filters":[{"field":"label","op":"is_not_null"}]}""", tracker))
                .containsExactly(Map.of("label", "b", "created", 2.0), Map.of("label", "a", "created", 1.0));
        assertThat(answers().value("""
                {"measures":[{"name":"created"}],"filters":[{"field":"label","op":"!=","value":"a"}]}""", tracker)).isEqualTo(2.0);
    }

    @Test
    void statesWithoutLengthStillCountAsEntries() {
        RawIssue issue = issue(1).at("2025-01-02T09:00:00Z").status(IN_PROGRESS).saved();
        issue.at("2025-01-02T09:00:00Z").status(DONE).saved();
        issue.at("2025-01-02T09:00:00Z").status(TO_DO).saved();
        issue.at("2025-01-03T09:00:00Z").status(DONE).saved();
        assertThat(answers().total("cycle_time", tracker(issue))).isEqualTo(1.0);
        assertThat(answers().total("reopened_count", tracker(issue))).isEqualTo(1.0);
    }

    @Test
    void issuesNeverInProgressHaveNoCycleTime() {
        RawTracker tracker = tracker(lived(1, "Bug", "2025-01-11T09:00:00Z"));
        assertThat(answers().total("cycle_time", tracker)).isNull();
    }

    /** 1 January 2025 is a Wednesday, the 4th a Saturday; created at 09:00. */
    @Test
    void weekendsAreNoWorkingTime() {
        assertThat(working("2025-01-06T09:00:00Z")).isEqualTo(3.0);
        assertThat(working("2025-01-04T15:00:00Z")).isEqualTo(2.625);
        assertThat(working("2025-01-05T23:00:00Z")).isEqualTo(2.625);
        assertThat(working("2025-01-15T21:00:00Z")).isEqualTo(10.5);
        RawIssue issue = issue(1).at("2025-01-04T12:00:00Z").status(IN_PROGRESS).saved();
        issue.at("2025-01-06T12:00:00Z").status(DONE).saved();
        assertThat(answers().total("cycle_time_working", tracker(issue))).isEqualTo(0.5);
        assertThat(answers().total("cycle_time", tracker(issue))).isEqualTo(2.0);
    }

    @Test
    void issuesCreatedInDoneEnteredItThen() {
        assertThat(answers().total("reopen_rate", tracker(issue(1).status(DONE))))
                .isEqualTo(0.0);
        assertThat(answers().total("lead_time_p90", tracker(issue(1).status(DONE))))
                .isEqualTo(0.0);
    }

    @Test
    void theHistoryWinsOverThePresentValue() {
        RawIssue issue =
                issue(1).at("2025-01-02T09:00:00Z").status(DONE).saved().presentlySaid(TO_DO);
        assertThat(answers().total("closed", tracker(issue))).isEqualTo(1.0);
    }

    @Test
    void snapshotsReadTheStateOfTheirInstant() {
        RawIssue issue = issue(1).at("2025-01-10T09:00:00Z")
                .status(IN_PROGRESS)
                .assignee(ANA)
                .saved();
        issue.at("2025-02-01T00:00:00Z").status(REVIEW).assignee(null).saved();
        issue.at("2025-03-01T00:00:00Z").status(DONE).saved();
        String spec = """
                {"measures":[{"name":"wip"},{"name":"stuck_count","params":{"days":21}},{"name":"wip_no_assignee"}],
                "dimensions":[{"field":"metric_time","granularity":"month"},"status"],
                "time":{"from":"2025-01-01","to":"2025-03-01"}}""";
        assertThat(answers().rows(spec, tracker(issue).with(ANA)))
                .containsExactly(
                        row("2025-01-01", "In Progress", 1, 1, 0),
                        row("2025-01-01", "In Review", 0, 0, 0),
                        row("2025-02-01", "In Progress", 0, 0, 0),
                        row("2025-02-01", "In Review", 1, 1, 1));
    }

    @Test
    void snapshotsAverageOverTheDayEndsOfThePeriod() {
        RawIssue issue = issue(1).at("2025-01-02T12:00:00Z").status(IN_PROGRESS).saved();
        issue.at("2025-01-04T12:00:00Z").status(DONE).saved();
        String spec = """
                {"measures":[{"name":"wip","agg":"avg"},{"name":"wip","agg":"max","as":"most"},{"name":"wip","as":"last"}],
                "time":{"from":"2025-01-01","to":"2025-01-05"}}""";
        assertThat(answers().rows(spec, tracker(issue))).containsExactly(Map.of("wip", 0.5, "most", 1.0, "last", 0.0));
    }

    @Test
    void productionBugsAreEscapedDefects() {
        RawTracker tracker =
                tracker(issue(1).type("Bug").labels("Production"), issue(2).type("bug"), issue(3).labels("escaped"));
        assertThat(answers().rows("""
                {"measures":[{"name":"bug_count"},{"name":"escaped_defects"}]}""", tracker)).isEqualTo(List.of(Map.of("bug_count", 2.0, "escaped_defects", 1.0)));
    }

    private Object working(String done) {
        return answers().total("lead_time_working", tracker(lived(1, "Bug", done)));
    }

    private static Map<String, Object> row(String month, String status, double wip, double stuck, double unassigned) {
        return Map.of(
                "metric_time",
                month,
                "status",
                status,
                "wip",
                wip,
                "stuck_count",
                stuck,
                "wip_no_assignee",
                unassigned);
    }

    private static RawIssue issue(int id) {
        return RawIssue.of(id, "2025-01-01T09:00:00Z");
    }

    private static RawIssue lived(int id, String type, String done) {
        return issue(id).type(type).at(done).status(DONE).saved();
    }

    private static RawTracker tracker(RawIssue... issues) {
        return new RawTracker("main").with(issues);
    }
}
