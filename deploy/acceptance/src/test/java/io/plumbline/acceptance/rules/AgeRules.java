package io.plumbline.acceptance.rules;

import static io.plumbline.acceptance.history.RawStatus.DONE;
import static io.plumbline.acceptance.history.RawStatus.IN_PROGRESS;
import static io.plumbline.acceptance.history.RawStatus.REVIEW;
import static io.plumbline.acceptance.history.RawStatus.TO_DO;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.acceptance.history.RawIssue;
import io.plumbline.acceptance.history.RawSprint;
import io.plumbline.acceptance.history.RawTracker;
import org.junit.jupiter.api.Test;

/** How old open work is at the end of a period, and how unsteady velocity is. */
public abstract class AgeRules {
    protected abstract Answers answers();

    /** In progress for 3, 5 and 10 days at the end of January 31st. */
    @Test
    void ageOfWorkInProgressIsTheMedianOfTheIssuesAtTheEnd() {
        RawTracker tracker = tracker(
                started(1, "2025-01-29T00:00:00Z"),
                started(2, "2025-01-27T00:00:00Z"),
                started(3, "2025-01-22T00:00:00Z"));
        assertThat(january("{'name': 'wip_age'}", tracker)).isEqualTo(5.0);
        assertThat(january("{'name': 'wip_age', 'agg': 'avg'}", tracker)).isEqualTo(6.0);
        assertThat(january("{'name': 'wip_age', 'agg': 'max'}", tracker)).isEqualTo(10.0);
    }

    @Test
    void ageStartsAnewWithTheReturnToProgressAndNotWithAMoveInside() {
        RawIssue moved = started(1, "2025-01-22T00:00:00Z");
        moved.at("2025-01-28T00:00:00Z").status(REVIEW).saved();
        assertThat(january("{'name': 'wip_age'}", tracker(moved))).isEqualTo(10.0);
        RawIssue returned = started(1, "2025-01-22T00:00:00Z");
        returned.at("2025-01-24T00:00:00Z").status(TO_DO).saved();
        returned.at("2025-01-30T00:00:00Z").status(IN_PROGRESS).saved();
        assertThat(january("{'name': 'wip_age'}", tracker(returned))).isEqualTo(2.0);
    }

    @Test
    void nothingInProgressHasNoAge() {
        RawIssue finished = started(1, "2025-01-22T00:00:00Z")
                .at("2025-01-31T23:59:59Z")
                .status(DONE)
                .saved();
        assertThat(january("{'name': 'wip_age'}", tracker(finished))).isNull();
        assertThat(january("{'name': 'wip_age'}", tracker(started(1, "2025-02-01T00:00:00Z"))))
                .isNull();
    }

    @Test
    void ageIsReadAtTheEndOfEachPeriod() {
        RawIssue issue = started(1, "2025-01-30T00:00:00Z");
        issue.at("2025-02-10T00:00:00Z").status(DONE).saved();
        assertThat(answers().rows("""
                {"measures": [{"name": "wip_age"}], "dimensions": [{"field": "metric_time", "granularity": "week"}],
                 "time": {"from": "2025-01-20", "to": "2025-02-17"}}""", tracker(issue)))
                .extracting(row -> row.get("wip_age"))
                .containsExactly(null, 4.0, 11.0, null);
    }

    /** Bugs of 31 and 11 days are open, one is done, and a story does not count. */
    @Test
    void ageOfBugsIsSinceTheirCreation() {
        RawIssue done = bug(3, "2025-01-01T00:00:00Z");
        done.at("2025-01-31T00:00:00Z").status(DONE).saved();
        RawIssue back = bug(2, "2025-01-21T00:00:00Z");
        back.at("2025-01-22T00:00:00Z").status(DONE).saved();
        back.at("2025-01-29T00:00:00Z").status(TO_DO).saved();
        RawTracker tracker =
                tracker(bug(1, "2025-01-01T00:00:00Z"), back, done, RawIssue.of(4, "2025-01-10T00:00:00Z"));
        assertThat(january("{'name': 'bug_age'}", tracker)).isEqualTo(21.0);
        assertThat(january("{'name': 'bug_age', 'agg': 'min'}", tracker)).isEqualTo(11.0);
    }

    /** Velocities of 2 and 6: a mean of 4 and a deviation of √8. */
    @Test
    void variationIsTheDeviationOfVelocitiesOverTheirMean() {
        RawSprint one = RawSprint.closed(1, "S1", "2025-01-06T09:00:00Z", "2025-01-13T09:00:00Z");
        RawSprint two = RawSprint.closed(2, "S2", "2025-01-13T09:00:00Z", "2025-01-20T09:00:00Z");
        RawTracker both = tracker(
                        delivered(1, one, "2025-01-08T09:00:00Z", 2), delivered(2, two, "2025-01-15T09:00:00Z", 6))
                .with(one, two);
        assertThat(answers().total("velocity_cv", both)).isEqualTo(Math.sqrt(8) / 4);
        assertThat(answers()
                        .total(
                                "velocity_cv",
                                tracker(delivered(1, one, "2025-01-08T09:00:00Z", 2))
                                        .with(one)))
                .isNull();
        assertThat(answers().total("velocity_cv", tracker().with(one, two))).isNull();
    }

    private Object january(String measure, RawTracker tracker) {
        return answers().value("""
                {"measures": [%s], "time": {"from": "2025-01-01", "to": "2025-02-01"}}""".formatted(measure.replace('\'', '"')), tracker);
    }

    private static RawIssue delivered(int id, RawSprint sprint, String done, int points) {
        return RawIssue.of(id, "2025-01-01T00:00:00Z")
                .points(points)
                .sprints(sprint)
                .at(done)
                .status(DONE)
                .saved();
    }

    private static RawIssue started(int id, String at) {
        return RawIssue.of(id, "2025-01-01T00:00:00Z")
                .at(at)
                .status(IN_PROGRESS)
                .saved();
    }

    private static RawIssue bug(int id, String created) {
        return RawIssue.of(id, created).type("Bug");
    }

    private static RawTracker tracker(RawIssue... issues) {
        return new RawTracker("main").with(issues);
    }
}
