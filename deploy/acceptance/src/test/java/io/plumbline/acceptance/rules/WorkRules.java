package io.plumbline.acceptance.rules;

import static io.plumbline.acceptance.history.RawStatus.BLOCKED;
import static io.plumbline.acceptance.history.RawStatus.CLOSED;
import static io.plumbline.acceptance.history.RawStatus.DONE;
import static io.plumbline.acceptance.history.RawStatus.IN_PROGRESS;
import static io.plumbline.acceptance.history.RawStatus.REVIEW;
import static io.plumbline.acceptance.history.RawStatus.TO_DO;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.acceptance.history.RawIssue;
import io.plumbline.acceptance.history.RawTracker;
import org.junit.jupiter.api.Test;

/** How well issues are worked through: without waiting, without coming back. */
public abstract class WorkRules {
    protected abstract Answers answers();

    /** Ten days from start to finish: two in progress, one in a blocked status, three waiting, four in review. */
    @Test
    void efficiencyIsActiveTimeOverAllTimeSinceTheStart() {
        RawIssue issue = started(1, "2025-01-02T00:00:00Z");
        issue.at("2025-01-04T00:00:00Z").status(BLOCKED).saved();
        issue.at("2025-01-05T00:00:00Z").status(TO_DO).saved();
        issue.at("2025-01-08T00:00:00Z").status(REVIEW).saved();
        issue.at("2025-01-12T00:00:00Z").status(DONE).saved();
        assertThat(answers().total("flow_efficiency", tracker(issue))).isEqualTo(0.6);
        assertThat(answers().total("active_hours", tracker(issue))).isEqualTo(144.0);
        assertThat(answers().total("flow_hours", tracker(issue))).isEqualTo(240.0);
    }

    /** Four days in progress, flagged for one of them and half a day more of waiting before. */
    @Test
    void flaggedTimeIsNotActive() {
        RawIssue issue = issue(1).at("2025-01-01T12:00:00Z").flagged(true).saved();
        issue.at("2025-01-02T00:00:00Z").status(IN_PROGRESS).saved();
        issue.at("2025-01-02T12:00:00Z").flagged(false).saved();
        issue.at("2025-01-05T12:00:00Z").flagged(true).saved();
        issue.at("2025-01-06T00:00:00Z").status(DONE).saved();
        assertThat(answers().total("flow_efficiency", tracker(issue))).isEqualTo(0.75);
    }

    /** Done after one day, back after three more, done again after one: 2 of 5 days. */
    @Test
    void timeInDoneBeforeAReopeningIsNotActive() {
        RawIssue issue = started(1, "2025-01-02T00:00:00Z");
        issue.at("2025-01-03T00:00:00Z").status(DONE).saved();
        issue.at("2025-01-06T00:00:00Z").status(IN_PROGRESS).saved();
        issue.at("2025-01-07T00:00:00Z").status(DONE).saved();
        assertThat(answers().total("flow_efficiency", tracker(issue))).isEqualTo(0.4);
    }

    /** One day without waiting and nine days of waiting after one: 2 of 11 days, not the mean of 1 and 0.1. */
    @Test
    void efficiencyWeighsIssuesByTheirTime() {
        RawIssue quick = started(1, "2025-01-02T00:00:00Z")
                .at("2025-01-03T00:00:00Z")
                .status(DONE)
                .saved();
        RawIssue slow = started(2, "2025-01-02T00:00:00Z")
                .at("2025-01-03T00:00:00Z")
                .status(TO_DO)
                .saved();
        slow.at("2025-01-12T00:00:00Z").status(DONE).saved();
        assertThat(answers().total("flow_efficiency", tracker(quick, slow))).isEqualTo(2.0 / 11);
    }

    @Test
    void efficiencyIsOfIssuesThatWereInProgressAndAreDone() {
        RawIssue skipped = issue(1).at("2025-01-03T00:00:00Z").status(DONE).saved();
        RawIssue open = started(2, "2025-01-02T00:00:00Z");
        assertThat(answers().total("flow_efficiency", tracker(skipped, open))).isNull();
        RawIssue instant = started(3, "2025-01-02T00:00:00Z")
                .at("2025-01-02T00:00:00Z")
                .status(DONE)
                .saved();
        assertThat(answers().total("flow_efficiency", tracker(instant))).isNull();
    }

    /** Of four issues done two were at once, one of them by two done statuses; one came back, one came back and stayed. */
    @Test
    void issuesThatNeverLeftDonePassTheFirstTime() {
        RawIssue straight = issue(1).at("2025-01-03T00:00:00Z").status(DONE).saved();
        RawIssue closed = issue(2).at("2025-01-03T00:00:00Z").status(DONE).saved();
        closed.at("2025-01-04T00:00:00Z").status(CLOSED).saved();
        RawIssue again = issue(3).at("2025-01-03T00:00:00Z").status(DONE).saved();
        again.at("2025-01-04T00:00:00Z").status(REVIEW).saved();
        again.at("2025-01-05T00:00:00Z").status(DONE).saved();
        RawIssue back = issue(4).at("2025-01-03T00:00:00Z").status(DONE).saved();
        back.at("2025-01-04T00:00:00Z").status(TO_DO).saved();
        assertThat(answers().total("first_time_pass_rate", tracker(straight, closed, again, back)))
                .isEqualTo(2.0 / 3);
        assertThat(answers().total("first_time_pass_rate", tracker(back))).isNull();
    }

    private static RawIssue issue(int id) {
        return RawIssue.of(id, "2025-01-01T00:00:00Z");
    }

    private static RawIssue started(int id, String at) {
        return issue(id).at(at).status(IN_PROGRESS).saved();
    }

    private static RawTracker tracker(RawIssue... issues) {
        return new RawTracker("main").with(issues);
    }
}
