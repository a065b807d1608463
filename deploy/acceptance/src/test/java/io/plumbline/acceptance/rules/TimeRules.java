package io.plumbline.acceptance.rules;

import static io.plumbline.acceptance.history.RawStatus.DONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.acceptance.history.RawIssue;
import io.plumbline.acceptance.history.RawTracker;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Periods, gaps, time zones and comparisons. */
public abstract class TimeRules {
    protected abstract Answers answers();

    /** Trap 1. */
    @Test
    void thePeriodsEndBelongsToTheNextPeriodOnly() {
        RawTracker tracker = tracker(issue(1, "2025-01-31T23:59:59.999Z"), issue(2, "2025-02-01T00:00:00Z"));
        assertThat(monthly("created", "2025-01-01", "2025-03-01", tracker)).containsExactly(1.0, 1.0);
        assertThat(answers().value("""
                {"measures":[{"name":"created"}],"time":{"from":"2025-01-01","to":"2025-02-01"}}""", tracker)).isEqualTo(1.0);
    }

    /** Trap 2. */
    @Test
    void monthsWithoutDataAreNullInAveragesAndZeroInCounts() {
        RawTracker tracker = tracker(done(1, "2025-01-05T00:00:00Z"), done(2, "2025-03-05T00:00:00Z"));
        assertThat(monthly("lead_time_avg", "2025-01-01", "2025-04-01", tracker))
                .containsExactly(4.0, null, 63.0);
        assertThat(monthly("closed", "2025-01-01", "2025-04-01", tracker)).containsExactly(1.0, 0.0, 1.0);
        assertThat(monthly("throughput_ratio", "2025-01-01", "2025-04-01", tracker))
                .containsExactly(0.5, null, null);
    }

    /** Trap 8. */
    @Test
    void percentChangeStaysInItsGroup() {
        RawTracker tracker = tracker(
                issue(1, "2025-01-10T00:00:00Z").type("Bug"),
                issue(2, "2025-01-11T00:00:00Z").type("Bug"),
                issue(3, "2025-01-12T00:00:00Z").type("Story").priority("High"),
                issue(4, "2025-02-10T00:00:00Z").type("Bug"),
                issue(5, "2025-02-11T00:00:00Z").type("Story").priority("Low"));
        assertThat(answers().rows("""
                {"measures":[{"name":"created","as":"n"}],"dimensions":["issue_type","priority"],
                "time":{"from":"2025-02-01","to":"2025-03-01","compare":"previous_period"},
                "sort":[{"field":"issue_type"},{"field":"priority"}]}""", tracker))
                .containsExactly(
                        compared("Bug", "Medium", 1.0, 2.0, -50.0),
                        compared("Story", "High", 0.0, 1.0, -100.0),
                        compared("Story", "Low", 1.0, 0.0, null));
    }

    @Test
    void wholeMonthsAreComparedWithWholeMonths() {
        RawTracker tracker = tracker(issue(1, "2025-02-01T00:00:00Z"), issue(2, "2025-02-28T23:00:00Z"));
        assertThat(answers().rows("""
                {"measures":[{"name":"created","as":"n"}],"dimensions":[{"field":"metric_time","granularity":"day"}],
                "time":{"from":"2025-03-01","to":"2025-04-01","compare":"previous_period"}}""", tracker))
                .hasSize(31)
                .anySatisfy(r ->
                        assertThat(r).containsEntry("metric_time", "2025-03-28").containsEntry("n__previous", 1.0))
                .anySatisfy(r ->
                        assertThat(r).containsEntry("metric_time", "2025-03-29").containsEntry("n__previous", null));
    }

    @Test
    void daysBeginInTheTimeZoneAskedFor() {
        RawTracker tracker = tracker(issue(1, "2025-01-31T23:30:00Z"));
        assertThat(answers().rows("""
                {"measures":[{"name":"created"}],"dimensions":[{"field":"metric_time","granularity":"month"}],
                "time":{"timezone":"Europe/Prague"}}""", tracker)).containsExactly(Map.of("metric_time", "2025-02-01", "created", 1.0));
        assertThat(answers().rows("""
                {"measures":[{"name":"created"}],"dimensions":[{"field":"created_at","granularity":"week"}],
                "time":{"timezone":"America/New_York"}}""", tracker)).containsExactly(Map.of("created_at", "2025-01-27", "created", 1.0));
    }

    @Test
    void daysOfAClockChangeHave23And25Hours() {
        RawIssue issue = issue(1, "2025-01-01T00:00:00Z")
                .at("2025-03-09T00:00:00Z")
                .flagged(true)
                .saved();
        issue.at("2025-04-01T00:00:00Z").status(DONE).saved();
        assertThat(daily("Europe/Prague", "2025-03-29", "2025-04-01", issue)).containsExactly(24.0, 23.0, 24.0);
        assertThat(daily("America/New_York", "2025-03-09", "2025-03-11", issue)).containsExactly(23.0, 24.0);
    }

    @Test
    void groupsOfTheRangeStandInEveryPeriod() {
        RawTracker tracker = tracker(
                issue(1, "2025-01-10T00:00:00Z").type("Bug"),
                issue(2, "2025-02-10T00:00:00Z").type("Story"));
        assertThat(answers().rows("""
                {"measures":[{"name":"created"}],"dimensions":[{"field":"metric_time","granularity":"month"},"issue_type"],
                "time":{"from":"2025-01-01"}}""", tracker))
                .containsExactly(
                        Map.of("metric_time", "2025-01-01", "issue_type", "Bug", "created", 1.0),
                        Map.of("metric_time", "2025-01-01", "issue_type", "Story", "created", 0.0),
                        Map.of("metric_time", "2025-02-01", "issue_type", "Bug", "created", 0.0),
                        Map.of("metric_time", "2025-02-01", "issue_type", "Story", "created", 1.0));
    }

    @Test
    void thePreviousYearIsTheSameDatesAYearEarlier() {
        RawTracker tracker = tracker(issue(1, "2024-03-05T00:00:00Z"), issue(2, "2025-03-05T00:00:00Z"));
        assertThat(answers().rows("""
                {"measures":[{"name":"created","as":"n"}],
                "time":{"from":"2025-03-01","to":"2025-03-11","compare":"previous_year"}}""", tracker))
                .containsExactly(Map.of("n", 1.0, "n__previous", 1.0, "n__delta", 0.0, "n__delta_pct", 0.0));
    }

    @Test
    void quartersAndIsoWeeksBeginWhereTheyShould() {
        RawTracker tracker = tracker(issue(1, "2024-12-31T12:00:00Z"));
        assertThat(bucket("week", tracker)).isEqualTo("2024-12-30");
        assertThat(bucket("quarter", tracker)).isEqualTo("2024-10-01");
        assertThat(bucket("year", tracker)).isEqualTo("2024-01-01");
    }

    private Object bucket(String granularity, RawTracker tracker) {
        return answers().rows("""
                {"measures":[{"name":"created"}],"time":{"granularity":"%s"}}""".formatted(granularity), tracker).getFirst().get("metric_time");
    }

    private List<Object> daily(String zone, String from, String to, RawIssue issue) {
        return answers().rows("""
                {"measures":[{"name":"blocked_hours"}],"dimensions":["metric_time"],
                "time":{"from":"%s","to":"%s","timezone":"%s"}}""".formatted(from, to, zone), tracker(issue)).stream()
                .map(r -> r.get("blocked_hours"))
                .toList();
    }

    private List<Object> monthly(String metric, String from, String to, RawTracker tracker) {
        Object[] values = answers().rows("""
                {"measures":[{"name":"%s"}],"dimensions":[{"field":"metric_time","granularity":"month"}],
                "time":{"from":"%s","to":"%s"}}""".formatted(metric, from, to), tracker).stream()
                .map(r -> r.get(metric))
                .toArray();
        return Arrays.asList(values);
    }

    private static Map<String, Object> compared(
            String type, String priority, Double now, Double before, Double percent) {
        Map<String, Object> row = new HashMap<>();
        row.put("issue_type", type);
        row.put("priority", priority);
        row.put("n", now);
        row.put("n__previous", before);
        row.put("n__delta", now - before);
        row.put("n__delta_pct", percent);
        return row;
    }

    private static RawIssue issue(int id, String created) {
        return RawIssue.of(id, created);
    }

    private static RawIssue done(int id, String at) {
        return issue(id, "2025-01-01T00:00:00Z").at(at).status(DONE).saved();
    }

    private static RawTracker tracker(RawIssue... issues) {
        return new RawTracker("main").with(issues);
    }
}
