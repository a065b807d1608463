package io.plumbline.acceptance.rules;

import static io.plumbline.acceptance.history.RawStatus.DONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.acceptance.history.RawIssue;
import io.plumbline.acceptance.history.RawSprint;
import io.plumbline.acceptance.history.RawTracker;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Work that goes from sprint to sprint: left unfinished, pulled out at the last moment, carried in. */
public abstract class SpillRules {
    private static final RawSprint ONE = RawSprint.closed(1, "S1", "2025-01-06T09:00:00Z", "2025-01-20T09:00:00Z");
    private static final RawSprint TWO = RawSprint.closed(2, "S2", "2025-01-20T10:00:00Z", "2025-02-03T09:00:00Z");
    private static final RawSprint THREE = RawSprint.closed(3, "S3", "2025-02-03T10:00:00Z", "2025-02-17T09:00:00Z");

    /** While the first sprint is being closed, two minutes before its end at most. */
    private static final String CLOSING_ONE = "2025-01-20T08:59:30Z";

    private static final String CLOSING_TWO = "2025-02-03T08:59:30Z";

    protected abstract Answers answers();

    /** Of 3 + 5 + 2 points 3 are left open, 5 are pulled out the evening before, 2 are done. */
    @Test
    void workPulledOutAtTheLastMomentIsEffectiveSpillover() {
        RawTracker tracker = tracker(
                committed(1, 3),
                pulledOut(2, 5, "2025-01-19T18:00:00Z"),
                done(committed(3, 2), "2025-01-15T09:00:00Z"));
        assertThat(ofFirst("effective_spillover", tracker)).isEqualTo(0.8);
        assertThat(ofFirst("spillover_ratio", tracker)).isEqualTo(0.3);
    }

    /** The close is at 08:58 on the 20th. */
    @Test
    void theLastMomentIsTheDayBeforeTheClose() {
        RawTracker within = tracker(committed(1, 5), pulledOut(2, 5, "2025-01-19T08:58:00Z"));
        assertThat(ofFirst("effective_spillover", within)).isEqualTo(1.0);
        RawTracker before = tracker(committed(1, 5), pulledOut(2, 5, "2025-01-19T08:57:59.999Z"));
        assertThat(ofFirst("effective_spillover", before)).isEqualTo(0.5);
    }

    @Test
    void workPulledOutCountsOnceWhereItIsDoneByTheEnd() {
        RawIssue finished = done(pulledOut(2, 5, "2025-01-19T18:00:00Z"), "2025-01-20T08:00:00Z");
        assertThat(ofFirst("effective_spillover", tracker(committed(1, 5), finished)))
                .isEqualTo(0.5);
        RawIssue late = done(pulledOut(2, 5, "2025-01-19T18:00:00Z"), "2025-01-20T09:00:00Z");
        assertThat(ofFirst("effective_spillover", tracker(committed(1, 5), late)))
                .isEqualTo(1.0);
    }

    @Test
    void pulledOutWorkMustBeInTheNextSprintTwoDaysAfterTheEnd() {
        RawIssue nowhere = committed(1, 5).at("2025-01-19T18:00:00Z").sprints().saved();
        assertThat(ofFirst("effective_spillover", tracker(nowhere))).isEqualTo(0.0);
        RawIssue soon = committed(1, 5).at("2025-01-19T18:00:00Z").sprints().saved();
        soon.at("2025-01-22T09:00:00Z").sprints(TWO).saved();
        assertThat(ofFirst("effective_spillover", tracker(soon))).isEqualTo(1.0);
        RawIssue late = committed(1, 5).at("2025-01-19T18:00:00Z").sprints().saved();
        late.at("2025-01-22T09:00:00.001Z").sprints(TWO).saved();
        assertThat(ofFirst("effective_spillover", tracker(late))).isEqualTo(0.0);
    }

    @Test
    void theNextSprintIsOfTheSameBoardAndNeedNotStartAtOnce() {
        RawSprint later = RawSprint.closed(2, "S2", "2025-01-27T10:00:00Z", "2025-02-03T09:00:00Z");
        RawIssue next =
                committed(1, 5).at("2025-01-19T18:00:00Z").sprints(later).saved();
        assertThat(ofFirst(
                        "effective_spillover",
                        new RawTracker("main").with(ONE, later, THREE).with(next)))
                .isEqualTo(1.0);
        RawIssue afterNext =
                committed(1, 5).at("2025-01-19T18:00:00Z").sprints(THREE).saved();
        assertThat(ofFirst(
                        "effective_spillover",
                        new RawTracker("main").with(ONE, later, THREE).with(afterNext)))
                .isEqualTo(0.0);
        RawSprint elsewhere = TWO.onBoard(2);
        RawIssue other =
                committed(1, 5).at("2025-01-19T18:00:00Z").sprints(elsewhere).saved();
        assertThat(ofFirst(
                        "effective_spillover",
                        new RawTracker("main").with(ONE, elsewhere).with(other)))
                .isEqualTo(0.0);
    }

    /** Left by all three, by the last alone, and by the first and last but not the second: depths 3, 1 and 1. */
    @Test
    void depthCountsTheSprintsInARowThatLeftAnIssue() {
        RawIssue always = committed(1, 1).at(CLOSING_ONE).sprints(TWO).saved();
        always.at(CLOSING_TWO).sprints(THREE).saved();
        RawIssue once = RawIssue.of(2, "2025-01-01T09:00:00Z").sprints(THREE);
        RawIssue again = committed(3, 1).at(CLOSING_ONE).sprints().saved();
        again.at("2025-02-03T09:30:00Z").sprints(THREE).saved();
        assertThat(bySprint("spillover_depth", tracker(always, once, again)))
                .containsExactly(value("S1", 1.0), value("S2", 2.0), value("S3", 5.0 / 3));
    }

    @Test
    void depthIsOfCommittedIssuesThatAreLeft() {
        RawIssue added = RawIssue.of(1, "2025-01-01T09:00:00Z")
                .at("2025-01-08T09:00:00Z")
                .sprints(ONE)
                .saved();
        RawIssue finished = done(committed(2, 3), "2025-01-09T09:00:00Z");
        assertThat(answers().total("spillover_depth", tracker(added, finished))).isNull();
    }

    /** S1 begins with nothing carried in; S2 with one of two; S3 has one from S2 and one that only S1 had. */
    @Test
    void carriedInIsWhatAnyEarlierSprintOfTheBoardLeft() {
        RawIssue always = committed(1, 1).at(CLOSING_ONE).sprints(TWO).saved();
        always.at(CLOSING_TWO).sprints(THREE).saved();
        RawIssue pausing = committed(2, 1).at(CLOSING_ONE).sprints().saved();
        pausing.at("2025-02-03T09:30:00Z").sprints(THREE).saved();
        RawIssue fresh = done(RawIssue.of(3, "2025-01-01T09:00:00Z").sprints(TWO), "2025-01-25T09:00:00Z");
        RawIssue other = RawIssue.of(4, "2025-01-01T09:00:00Z").sprints(THREE);
        assertThat(bySprint("carry_in_share", tracker(always, pausing, fresh, other)))
                .containsExactly(value("S1", 0.0), value("S2", 0.5), value("S3", 2.0 / 3));
    }

    @Test
    void whatAnotherBoardLeftIsNotCarriedIn() {
        RawSprint elsewhere = TWO.onBoard(2);
        RawIssue moved = committed(1, 1).at(CLOSING_ONE).sprints(elsewhere).saved();
        RawTracker tracker = new RawTracker("main").with(ONE, elsewhere).with(moved);
        assertThat(bySprint("carry_in_share", tracker)).containsExactly(value("S1", 0.0), value("S2", 0.0));
        assertThat(bySprint("spillover_depth", tracker)).containsExactly(value("S1", 1.0), value("S2", 1.0));
    }

    private Object ofFirst(String metric, RawTracker tracker) {
        return answers().value("""
                {"measures":[{"name":"%s"}],"filters":[{"field":"sprint_name","op":"=","value":"S1"}]}""".formatted(metric), tracker);
    }

    private List<Map<String, Object>> bySprint(String metric, RawTracker tracker) {
        return answers().rows("""
                {"measures":[{"name":"%s","as":"x"}],"dimensions":["sprint_name"],"sort":[{"field":"sprint_name"}]}""".formatted(metric), tracker);
    }

    private static Map<String, Object> value(String sprint, double value) {
        return Map.of("sprint_name", sprint, "x", value);
    }

    private static RawTracker tracker(RawIssue... issues) {
        return new RawTracker("main").with(ONE, TWO, THREE).with(issues);
    }

    /** A story that is in the first sprint from before its start. */
    private static RawIssue committed(int id, double points) {
        return RawIssue.of(id, "2025-01-01T09:00:00Z")
                .points(points)
                .at("2025-01-02T09:00:00Z")
                .sprints(ONE)
                .saved();
    }

    /** One that goes from the first sprint to the second. */
    private static RawIssue pulledOut(int id, double points, String at) {
        return committed(id, points).at(at).sprints(TWO).saved();
    }

    private static RawIssue done(RawIssue issue, String at) {
        return issue.at(at).status(DONE).saved();
    }
}
