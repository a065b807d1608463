package io.plumbline.query.compiler.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.query.compiler.Compiling;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetricWordsTest {
    static Stream<String> metrics() {
        return Compiling.CATALOG.metrics().stream()
                .filter(metric -> metric.active() && metric.listed())
                .map(MetricDefinition::name)
                .distinct();
    }

    @Test
    void nameMetricVersionAndUnitThenDescribeIt() {
        assertThat(Say.words("{'measures': [{'name': 'lead_time_avg', 'as': 'lead'}]}"))
                .startsWith(
                        "lead is “Lead time (average)”, version 1.0.0, in days.",
                        description("lead_time_avg"),
                        "lead looks at issues, each by when it was done, and averages their values.");
    }

    @Test
    void sayEachAggregation() {
        assertThat(rollUp("lead_time_avg", "max")).endsWith("and takes the greatest of their values.");
        assertThat(rollUp("lead_time_p50", "p90"))
                .endsWith("and takes the number that 90 of 100 of their values do not exceed.");
        assertThat(rollUp("velocity", "stddev"))
                .isEqualTo("it takes a value of each sprint, by the sprint's end, and takes the"
                        + " standard deviation of these values.");
    }

    @Test
    void sayWhenWhatIsCounted() {
        assertThat(Say.words("{'measures': [{'name': 'reopened_count'}, {'name': 'blocked_hours'}, {'name': 'wip'}]}"))
                .contains(
                        "reopened_count looks at transitions, each by its time, and counts each different one once.",
                        "blocked_hours looks at blocked intervals, of each the part within the period, and adds up their"
                                + " values.",
                        "wip counts issues as they stood at the end of the range, or now where that is earlier.");
    }

    @Test
    void sayWhenTheStateIsRead() {
        assertThat(Say.words("""
                {'measures': [{'name': 'wip'}, {'name': 'wip', 'agg': 'avg', 'as': 'usual'}, {'name': 'wip_age'}],
                 'dimensions': [{'field': 'metric_time', 'granularity': 'week'}]}"""))
                .contains(
                        "wip counts issues as they stood at the end of each week.",
                        "usual counts issues as they stood at the end of each day and averages these counts.",
                        "wip_age takes a value of each issue as it stood at the end of each week, and takes the median of these"
                                + " values.");
    }

    @Test
    void sayWhatARatioIsMadeOf() {
        assertThat(Say.words("{'measures': [{'name': 'reopen_rate'}]}"))
                .contains(
                        "reopen_rate is “Reopen rate”, version 1.0.0, as a ratio (0.5 is half).",
                        "reopen_rate is reopened_count over issues_entered_done, each computed for the whole group first; it is"
                                + " empty where the latter is 0.",
                        description("reopened_count"),
                        description("issues_entered_done"));
    }

    @Test
    void sayTheWorkingCalendar() {
        assertThat(Say.words("{'measures': [{'name': 'cycle_time_working'}]}"))
                .contains(
                        "Working days are Monday, Tuesday, Wednesday, Thursday, Friday, without holidays; they begin and end"
                                + " in the zone UTC.");
        assertThat(Say.words("{'measures': [{'name': 'cycle_time'}]}"))
                .noneMatch(sentence -> sentence.startsWith("Working days"));
    }

    @Test
    void sayWhatIsDerived() {
        assertThat(Say.words("{'measures': [{'name': 'velocity_cv'}]}"))
                .contains(
                        "velocity_cv is made of the standard deviation of velocity and the average of velocity, each computed"
                                + " for the whole group first.");
    }

    @Test
    void sayTheWeightsOfAScore() {
        assertThat(Say.words("{'measures': [{'name': 'sprint_problematic_score', 'as': 'score'}]}"))
                .contains(
                        "score adds up, for each sprint, how far spillover_ratio (weight 0.25), scope_churn_ratio (weight"
                                + " 0.2), accuracy_abs (weight 0.2), sprint_reopened_issues (weight 0.15), sprint_blocked_hours"
                                + " (weight 0.1) and sprint_bugs_added (weight 0.1) were from usual, and averages the sums over"
                                + " sprints.")
                .contains("Only sprints that are closed and have a start and an end count.");
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void holdNoSql(String metric) {
        assertThat(Say.words("{'measures': [{'name': '" + metric + "'}]}"))
                .contains(description(metric))
                .allSatisfy(sentence -> assertThat(sentence)
                        .endsWith(".")
                        .doesNotContainPattern(
                                "(?i)select|coalesce|nullif|sum\\(|count\\(|::|filter \\(|warehouse\\.|\\$1"));
    }

    private static String rollUp(String metric, String aggregation) {
        return Say.words("{'measures': [{'name': '%s', 'agg': '%s', 'as': 'it'}]}".formatted(metric, aggregation))
                .get(2);
    }

    private static String description(String name) {
        return Compiling.query("{'measures': [{'name': '" + name + "'}]}")
                .definitions()
                .getFirst()
                .description()
                .strip();
    }
}
