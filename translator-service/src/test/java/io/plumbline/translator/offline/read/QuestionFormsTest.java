package io.plumbline.translator.offline.read;

import static io.plumbline.translator.offline.Asking.refused;
import static io.plumbline.translator.offline.Asking.spec;
import static io.plumbline.translator.offline.Asking.translated;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.Comparison;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Filter;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Measure;
import io.plumbline.spec.Sort;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionFormsTest {
    private static Dimension by(Granularity granularity) {
        return new Dimension(Dimension.METRIC_TIME, granularity);
    }

    @Test
    void groupsByDimensionsAndPeriods() {
        assertThat(spec("bugs by project and component per month").dimensions())
                .containsExactly(Dimension.of("project_key"), Dimension.of("component"), by(Granularity.MONTH));
    }

    @Test
    void aTrendHasPeriodsThatFitItsRange() {
        assertThat(spec("closed trend this month").dimensions()).containsExactly(by(Granularity.DAY));
        assertThat(spec("closed trend this quarter").dimensions()).containsExactly(by(Granularity.WEEK));
        assertThat(spec("closed trend this year").dimensions()).containsExactly(by(Granularity.MONTH));
        assertThat(spec("closed trend since 2019").dimensions()).containsExactly(by(Granularity.QUARTER));
        assertThat(spec("velocity trend this quarter").dimensions()).containsExactly(by(Granularity.MONTH));
    }

    @Test
    void ranksWithOneRowForOneThingAndFiveForSeveral() {
        assertThat(spec("which project has the most bugs").limit()).isEqualTo(1);
        assertThat(spec("which projects have the most bugs").limit()).isEqualTo(5);
        assertThat(spec("top 7 projects by bugs").limit()).isEqualTo(7);
        assertThat(spec("rank projects by bugs").limit()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "best sprint by say/do ratio, DESC",
        "worst sprint by say/do ratio, ASC",
        "best sprint by spillover, ASC",
        "worst sprint by spillover, DESC",
        "slowest project by cycle time, DESC",
        "project with the fewest bugs, ASC",
        "bottom 3 projects by velocity, ASC"
    })
    void bestAndWorstDependOnTheMetric(String question, Sort.Direction direction) {
        assertThat(spec(question).sort()).extracting(Sort::dir).containsExactly(direction);
    }

    @Test
    void aSuperlativeWithoutGroupsIsAnExtreme() {
        assertThat(spec("highest velocity this year").measures())
                .containsExactly(new Measure("velocity", Aggregation.MAX, "max_velocity", null));
        assertThat(spec("lowest velocity this year").measures())
                .containsExactly(new Measure("velocity", Aggregation.MIN, "min_velocity", null));
        assertThat(spec("best velocity").measures().getFirst().agg()).isEqualTo(Aggregation.MAX);
    }

    @Test
    void asksForSingleIssues() {
        assertThat(spec("which issues are stuck").dimensions()).containsExactly(Dimension.of("issue_key"));
        assertThat(spec("which bugs are blocked").dimensions()).containsExactly(Dimension.of("issue_key"));
        assertThat(spec("top 10 issues by blocked hours").limit()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "closed this month vs last month, PREVIOUS_PERIOD",
        "closed in June compared with May, PREVIOUS_PERIOD",
        "compare closed in May and June, PREVIOUS_PERIOD",
        "closed last 30 days vs the previous period, PREVIOUS_PERIOD",
        "bugs month over month, PREVIOUS_PERIOD",
        "closed in Q2 vs the same quarter last year, PREVIOUS_YEAR",
        "closed this year vs last year, PREVIOUS_YEAR",
        "closed in June vs last year, PREVIOUS_YEAR",
        "bugs year over year, PREVIOUS_YEAR",
        "did velocity improve since last quarter, PREVIOUS_PERIOD"
    })
    void comparesWithTheRangeBeforeOrAYearEarlier(String question, Comparison comparison) {
        assertThat(spec(question).time().compare()).isEqualTo(comparison);
    }

    @ParameterizedTest
    @ValueSource(strings = {"closed in June vs March", "closed since May vs April", "closed in May and in July"})
    void otherPairsOfRangesAreRefused(String question) {
        assertThat(refused(question).reason()).isNotBlank();
    }

    @Test
    void severalMetricsStandSideBySide() {
        assertThat(spec("created and closed per week").measures())
                .extracting(Measure::name)
                .containsExactly("created", "closed");
        assertThat(spec("planned vs completed points by sprint").measures())
                .extracting(Measure::name)
                .containsExactly("planned_sp", "completed_sp");
        assertThat(spec("escaped defects vs bugs by month").measures())
                .extracting(Measure::name)
                .containsExactly("escaped_defects", "bug_count");
    }

    @Test
    void valuesComparedBecomeGroups() {
        assertThat(spec("velocity of PAY vs WEB").dimensions()).containsExactly(Dimension.of("project_key"));
        assertThat(spec("how many issues did Ana close vs Ben").dimensions()).containsExactly(Dimension.of("assignee"));
        assertThat(spec("compare Ana and Ben by closed issues").dimensions()).containsExactly(Dimension.of("assignee"));
    }

    @Test
    void aLengthOfTimeIsAParameter() {
        assertThat(spec("stuck for more than 10 days").measures().getFirst().params())
                .isEqualTo(Map.of("days", 10));
        assertThat(refused("closed issues older than 30 days").reason()).contains("30 days");
    }

    @Test
    void theLastSprintsAreTheLatestRows() {
        var spec = spec("velocity of the last 3 sprints");
        assertThat(spec.sort()).containsExactly(new Sort("sprint_end", Sort.Direction.DESC));
        assertThat(spec.limit()).isEqualTo(3);
    }

    @Test
    void howLongIsALeadTimeOrBlockedTime() {
        assertThat(spec("how long does it take to close a story").measures())
                .extracting(Measure::name)
                .containsExactly("lead_time_p50");
        assertThat(spec("how long were issues blocked in June").measures())
                .extracting(Measure::name)
                .containsExactly("blocked_hours");
    }

    @Test
    void leadTimesOfIssuesCreatedInARangeAreFilteredByTheirCreation() {
        var spec = spec("lead time of issues created in June");
        assertThat(spec.time()).isNull();
        assertThat(spec.filters().stream().flatMap(Filter::tests))
                .extracting(f -> f.field())
                .containsExactly("created_at");
    }

    @Test
    void aRollupThatTheMetricLacksIsRefusedOrNoted() {
        assertThat(refused("median number of bugs").reason()).contains("median");
        assertThat(translated("average number of bugs per week").interpretation())
                .contains("not the average");
    }

    @Test
    void sprintMetricsRefuseOtherDimensionsAndOfferAlternatives() {
        var refusal = refused("velocity by assignee");
        assertThat(refusal.reason()).contains("Velocity").contains("assignee").contains("sprint");
        assertThat(refusal.nearestMetrics()).contains("closed");
        assertThat(refused("velocity in the current sprint").reason()).contains("closed");
    }

    @ParameterizedTest
    @CsvSource({
        "forecast velocity for next quarter, forecasts",
        "why did velocity drop, why",
        "delete all issues, changes nothing",
        "close all stuck issues, changes nothing",
        "cumulative bugs, Running totals",
        "correlation of wip and lead time, side by side",
        "what percentage of issues are bugs, share",
        "closed since 3/1/2026, slashes",
        "closed in 2031, forecasts",
        "closed since 1920, years ago",
        "what is the weather in Prague, ''"
    })
    void recognisesWhatNoMetricAnswers(String question, String reason) {
        var refusal = refused(question);
        assertThat(refusal.reason()).contains(reason);
        assertThat(refusal.nearestMetrics()).isNotEmpty();
    }

    @Test
    void aPictureMayBeAskedFor() {
        assertThat(spec("create a chart of velocity by project").dimensions())
                .containsExactly(Dimension.of("project_key"));
    }

    @Test
    void aCorrectedWordIsNamed() {
        var translated = translated("velocty by projcet");
        assertThat(translated.interpretation()).contains("\"velocty\" was read as \"velocity\"");
        assertThat(translated.confidence()).isEqualTo(0.9);
    }
}
