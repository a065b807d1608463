package io.plumbline.query.compiler.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.query.compiler.Compiling;
import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.query.compiler.resolve.Resolver;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Measure;
import io.plumbline.spec.Rollup;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasureWordsTest {
    private static final CatalogIndex CATALOG = new CatalogIndex(Compiling.CATALOG);

    @Test
    void sayParameters() {
        assertThat(Say.words("{'measures': [{'name': 'stuck_count', 'params': {'days': 10}}]}"))
                .contains("The parameter days of stuck_count is 10 here; usually it is 7.");
        assertThat(Say.words("{'measures': [{'name': 'stuck_count'}]}"))
                .contains("The parameter days of stuck_count is 7, as usual.");
    }

    @Test
    void sayRollingWindows() {
        assertThat(window("month", "{'type': 'rolling', 'periods': 3}"))
                .contains("created is computed, for each month, over it and the 2 months before it together.");
        assertThat(window("week", "{'type': 'rolling', 'periods': 2}"))
                .contains("created is computed, for each week, over it and the week before it together.");
        assertThat(window("sprint", "{'type': 'rolling', 'periods': 3}"))
                .contains(
                        "created is computed, for each sprint, over it and the 2 sprints before it together, on the same"
                                + " board.");
    }

    @Test
    void sayRunningWindows() {
        assertThat(window("month", "{'type': 'to_date', 'granularity': 'year'}"))
                .contains("created counts, for each month, everything since its year began.");
        assertThat(window("month", "{'type': 'cumulative'}"))
                .contains("created counts, for each month, everything since 1 January 2026.");
    }

    @Test
    void sayShares() {
        assertThat(Say.words("""
                {'measures': [{'name': 'created', 'show': {'type': 'percent_of_total', 'within': ['project_key']}}],
                 'dimensions': ['project_key', 'issue_type']}"""))
                .contains("created is shown in percent of the same number computed over all rows of the same project.");
    }

    @Test
    void sayRanks() {
        assertThat(Say.words(
                        "{'measures': [{'name': 'created', 'show': {'type': 'rank'}}], 'dimensions': ['project_key']}"))
                .contains(
                        "created is shown as the rank among all rows, the greatest number first; equal numbers share a"
                                + " rank.");
    }

    @Test
    void saySecondStages() {
        Rollup perWeek =
                new Rollup(List.of(new Dimension("metric_time", Granularity.WEEK), Dimension.of("assignee")), null);
        assertThat(PerWords.of("created", perWeek, CATALOG))
                .isEqualTo(
                        "created is computed for each week and assignee first and then averages these values, those without"
                                + " one left out.");
        Rollup perSprint = new Rollup(List.of(Dimension.of("sprint_name")), Aggregation.MAX);
        assertThat(PerWords.of("created", perSprint, CATALOG))
                .isEqualTo(
                        "created is computed for each sprint first and then takes the greatest of these values, those"
                                + " without one left out.");
    }

    @Test
    void saySecondStagesOfASpec() {
        assertThat(Say.words("""
                {'measures': [{'name': 'created', 'per': {'dimensions': ['assignee'], 'agg': 'p90'}, 'n': true}],
                 'dimensions': ['project_key']}"""))
                .contains(
                        "created is computed for each assignee first and then takes the number that 90 of 100 of these values do"
                                + " not exceed, those without one left out.",
                        "created__n says how many values stand behind created.");
    }

    @Test
    void sayHowManyValuesAreNeeded() {
        Measure measure = new Measure("created", null, "it", null, null, null, null, true, 5);
        var bound = new Resolver(CATALOG, Compiling.NOW).resolve(Compiling.spec("{'measures': [{'name': 'created'}]}"));
        assertThat(new MeasureWords(bound).all(List.of(measure)))
                .containsExactly(
                        "it__n says how many values stand behind it.",
                        "it is empty where fewer than 5 values stand behind it.");
    }

    private static List<String> window(String granularity, String window) {
        return Say.words("""
                {'measures': [{'name': 'created', 'window': %s}],
                 'dimensions': [{'field': 'metric_time', 'granularity': '%s'}],
                 'time': {'from': '2026-01-01', 'to': '2026-04-01'}}""".formatted(window, granularity));
    }
}
