package io.plumbline.acceptance.rules;

import static io.plumbline.acceptance.history.RawStatus.CLOSED;
import static io.plumbline.acceptance.history.RawStatus.DONE;
import static io.plumbline.acceptance.history.RawStatus.IN_PROGRESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plumbline.acceptance.history.RawIssue;
import io.plumbline.acceptance.history.RawProject;
import io.plumbline.acceptance.history.RawSprint;
import io.plumbline.acceptance.history.RawTracker;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What belongs to a sprint and what of it got done. */
public abstract class SprintRules {
    private static final Offset<Double> CLOSE = within(1e-9);
    private static final RawSprint ONE = RawSprint.closed(1, "S1", "2025-01-06T09:00:00Z", "2025-01-20T09:00:00Z");
    private static final RawSprint TWO = RawSprint.closed(2, "S2", "2025-01-20T10:00:00Z", "2025-02-03T09:00:00Z");

    protected abstract Answers answers();

    /** Trap 3. */
    @Test
    void commitmentTakesTheEstimatesAtTheStart() {
        RawIssue issue = committed(1, 3).at("2025-01-08T12:00:00Z").points(8.0).saved();
        assertThat(total("planned_sp", issue)).isEqualTo(3.0);
        assertThat(total("completed_sp", done(issue, "2025-01-09T12:00:00Z"))).isEqualTo(8.0);
    }

    /** Trap 4. */
    @Test
    void removalAndReturnOnTheSameDayIsSeen() {
        RawIssue issue = committed(1, 3).at("2025-01-08T10:00:00Z").sprints().saved();
        done(issue, "2025-01-08T12:00:00Z");
        issue.at("2025-01-08T15:00:00Z").sprints(ONE).saved();
        assertThat(total("planned_sp", issue)).isEqualTo(3.0);
        assertThat(total("completed_sp", issue)).isEqualTo(0.0);
        assertThat(total("scope_churn_ratio", issue)).isEqualTo(0.0);
        assertThat(total("spillover_ratio", issue)).isEqualTo(0.0);
    }

    /** Trap 5: the planned end is three days before the actual one. */
    @Test
    void sprintsLastUntilTheirActualCompletion() {
        assertThat(total("completed_sp", done(committed(1, 5), "2025-01-19T10:00:00Z")))
                .isEqualTo(5.0);
    }

    /** Trap 6. */
    @Test
    void issuesDoneBeforeTheStartAreNeitherCommittedNorCompleted() {
        RawIssue before = done(committed(1, 5), "2025-01-06T08:00:00Z");
        RawIssue atStart = done(committed(2, 2), "2025-01-06T09:00:00Z");
        RawIssue again = done(committed(3, 1), "2025-01-05T08:00:00Z");
        done(again.at("2025-01-08T08:00:00Z").status(IN_PROGRESS).saved(), "2025-01-09T08:00:00Z");
        assertThat(total("planned_sp", before, atStart, again)).isEqualTo(0.0);
        assertThat(total("completed_sp", before, atStart, again)).isEqualTo(0.0);
        assertThat(total("say_do_ratio", before, atStart, again)).isNull();
    }

    /** Trap 7. */
    @Test
    void issuesOfTwoSprintsAndBoardsCountOnceInATotal() {
        RawSprint other = TWO.onBoard(2);
        RawIssue issue =
                committed(1, 5).at("2025-01-10T09:00:00Z").sprints(ONE, other).saved();
        RawTracker tracker = new RawTracker("main").with(ONE, other).with(done(issue, "2025-01-28T09:00:00Z"));
        assertThat(answers().total("created", tracker)).isEqualTo(1.0);
        assertThat(answers().total("closed", tracker)).isEqualTo(1.0);
        assertThat(answers().rows("""
                {"measures":[{"name":"velocity"}],"dimensions":["board"]}""", tracker))
                .containsExactly(Map.of("board", "2", "velocity", 5.0), Map.of("board", "1", "velocity", 0.0));
        assertThat(answers().rows("""
                {"measures":[{"name":"created"}],"dimensions":["sprint_name"]}""", tracker)).containsExactly(Map.of("sprint_name", "S2", "created", 1.0));
    }

    /** Trap 11. */
    @Test
    void deletedAndMovedIssuesStayInOldSprints() {
        RawIssue deleted = done(committed(1, 5), "2025-01-10T09:00:00Z").deleted(Instant.parse("2025-02-10T09:00:00Z"));
        RawIssue moved = done(committed(2, 3), "2025-01-10T09:00:00Z").movedTo(RawProject.WEB);
        assertThat(total("velocity", deleted, moved)).isEqualTo(8.0);
        assertThat(answers().rows("""
                {"measures":[{"name":"velocity"}],"dimensions":["project_key"]}""", tracker(deleted, moved)))
                .containsExactly(
                        Map.of("project_key", "PAY", "velocity", 5.0), Map.of("project_key", "WEB", "velocity", 3.0));
    }

    @Test
    void deletionTakesAnIssueOutOfTheSprint() {
        RawIssue deleted = committed(1, 5).deleted(Instant.parse("2025-01-10T09:00:00Z"));
        assertThat(total("scope_churn_ratio", deleted, committed(2, 5))).isEqualTo(0.5);
    }

    @Test
    void movesOfTheClosingActionAreNoScopeChange() {
        RawIssue left = committed(1, 4).at("2025-01-20T08:58:30Z").sprints(TWO).saved();
        RawIssue removed =
                committed(2, 4).at("2025-01-20T08:58:00Z").sprints(TWO).saved();
        assertThat(value("spillover_ratio", tracker(left, removed))).isEqualTo(0.5);
        assertThat(value("scope_churn_ratio", tracker(left, removed))).isEqualTo(0.5);
    }

    @Test
    void estimatesOfTheJoiningSaveCountAtJoining() {
        RawIssue added = RawIssue.of(1, "2025-01-01T09:00:00Z").points(1);
        added.at("2025-01-08T09:00:00Z").sprints(ONE).points(5.0).saved();
        RawIssue removed =
                committed(2, 2).at("2025-01-09T09:00:00Z").points(9.0).sprints().saved();
        assertThat((Double) total("scope_churn_ratio", added, removed, committed(3, 2)))
                .isEqualTo(7.0 / 4, CLOSE);
        assertThat((Double) total("unplanned_ratio", added, removed, committed(3, 2)))
                .isEqualTo(1.0 / 3, CLOSE);
    }

    @Test
    void subtasksAreNoPartOfSprints() {
        RawIssue part = done(committed(1, 5).type("Sub-task"), "2025-01-10T09:00:00Z");
        assertThat(total("velocity", part)).isEqualTo(0.0);
        assertThat(total("commitment_reliability", part)).isNull();
    }

    @Test
    void sprintsWithoutIssuesAreZeroInVelocityAndLeftOutOfRatios() {
        RawTracker tracker = new RawTracker("main").with(ONE, TWO).with(done(committed(1, 6), "2025-01-10T09:00:00Z"));
        assertThat(answers().total("velocity", tracker)).isEqualTo(3.0);
        assertThat(answers().total("say_do_ratio", tracker)).isEqualTo(1.0);
    }

    @Test
    void issuesThatJoinedBeforeTheirFirstChangeAreMembersSinceCreation() {
        RawIssue issue = RawIssue.of(1, "2025-01-02T09:00:00Z").points(3).sprints(ONE);
        issue.at("2025-01-03T09:00:00Z").status(IN_PROGRESS).saved();
        assertThat(total("planned_sp", issue)).isEqualTo(3.0);
        assertThat(total(
                        "planned_sp",
                        RawIssue.of(1, "2025-01-02T09:00:00Z")
                                .points(3)
                                .sprints(ONE)
                                .withoutChangelog()))
                .isEqualTo(3.0);
    }

    @Test
    void changesAtTheEndComeTooLate() {
        assertThat(total("completed_sp", done(committed(1, 5), "2025-01-20T09:00:00Z")))
                .isEqualTo(0.0);
        assertThat(total("completed_sp", done(committed(1, 5), "2025-01-20T08:59:59.999Z")))
                .isEqualTo(5.0);
    }

    @Test
    void doneToDoneIsNoNewEntry() {
        RawIssue issue = done(committed(1, 5), "2025-01-05T09:00:00Z");
        issue.at("2025-01-10T09:00:00Z").status(CLOSED).saved();
        assertThat(total("completed_sp", issue)).isEqualTo(0.0);
        assertThat(value("lead_time_avg", tracker(issue))).isEqualTo(4.0);
    }

    @Test
    void scoreOfTheInstanceMeasuresAgainstAllClosedSprints() {
        double[] x = {1 / 11.0, 2 / 12.0, 3 / 13.0, 4 / 14.0, 10 / 20.0};
        double mean = Arrays.stream(x).average().orElseThrow();
        double deviation =
                Math.sqrt(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / 4);
        List<Map<String, Object>> rows = answers().rows("""
                {"measures":[{"name":"sprint_problematic_score@1","as":"s"}],"dimensions":["sprint_name"]}""", spilling(1, 2, 3, 4, 10));
        assertThat(rows).hasSize(5);
        assertThat(rows.getFirst()).containsEntry("sprint_name", "S5");
        assertThat((Double) rows.getFirst().get("s")).isEqualTo(0.45 * (x[4] - mean) / deviation, within(1e-6));
    }

    @Test
    void scoreOfTheBoardMeasuresAgainstEarlierSprintsOnly() {
        List<Map<String, Object>> rows = answers().rows("""
                {"measures":[{"name":"sprint_problematic_score","as":"s"}],"dimensions":["sprint_name"],
                "sort":[{"field":"sprint_name"}]}""", spilling(1, 2, 3, 4, 10, 5, 90));
        // The median of the first five is 3/13, their distances from it have the median 3/13 - 2/12.
        double z = (5 / 15.0 - 3 / 13.0) / (1.4826 * (3 / 13.0 - 2 / 12.0));
        assertThat(rows)
                .extracting(r -> r.get("s"))
                .startsWith(null, null, null, null, null)
                .hasSize(7);
        assertThat((Double) rows.get(5).get("s")).isEqualTo(0.45 * z, within(1e-6));
        assertThat((Double) rows.get(6).get("s")).isEqualTo(0.45 * 3, within(1e-6));
    }

    @Test
    void scoreNeedsFiveSprints() {
        assertThat(answers().total("sprint_problematic_score@1", spilling(1, 2, 3, 4)))
                .isNull();
        assertThat(answers().total("sprint_problematic_score@2", spilling(1, 2, 3, 4, 5)))
                .isNull();
    }

    /** Sprints that each complete 10 points and leave some: spillover and accuracy are both p / (p + 10). */
    private static RawTracker spilling(double... points) {
        RawTracker tracker = new RawTracker("main");
        for (int i = 0; i < points.length; i++) {
            Instant start = Instant.parse("2025-01-06T09:00:00Z").plus(Duration.ofDays(14L * i));
            Instant end = start.plus(Duration.ofDays(13));
            RawSprint sprint = RawSprint.closed(i + 1, "S" + (i + 1), start.toString(), end.toString());
            RawIssue open = new RawIssue(2 * i + 1, RawProject.PAY, start.minusSeconds(9))
                    .points(points[i])
                    .sprints(sprint);
            RawIssue done = new RawIssue(2 * i + 2, RawProject.PAY, start.minusSeconds(9))
                    .points(10)
                    .sprints(sprint);
            tracker.with(sprint)
                    .with(open, done.at(start.plusSeconds(60)).status(DONE).saved());
        }
        return tracker;
    }

    private Object total(String metric, RawIssue... issues) {
        return answers().total(metric, tracker(issues));
    }

    private Object value(String metric, RawTracker tracker) {
        return answers().rows("""
                {"measures":[{"name":"%s","as":"x"}],"time":{"from":"2025-01-01","to":"2025-02-01"}}""".formatted(metric), tracker).getFirst().get("x");
    }

    private static RawTracker tracker(RawIssue... issues) {
        return new RawTracker("main").with(ONE).with(issues);
    }

    /** A story that is in the first sprint from before its start. */
    private static RawIssue committed(int id, double points) {
        return RawIssue.of(id, "2025-01-01T09:00:00Z")
                .points(points)
                .at("2025-01-02T09:00:00Z")
                .sprints(ONE)
                .saved();
    }

    private static RawIssue done(RawIssue issue, String at) {
        return issue.at(at).status(DONE).saved();
    }
}
