package io.plumbline.query.compiler.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.query.compiler.Compiling;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SumsTest {
    private static final CatalogIndex CATALOG = new CatalogIndex(Compiling.CATALOG);
    private static final Sums SUMS = new Sums(CATALOG);

    @ParameterizedTest
    @CsvSource(
            nullValues = "own",
            value = {
                "created, own, additive",
                "created, count, additive",
                "blocked_hours, own, additive",
                "reopened_count, own, non_additive",
                "wip, own, semi_additive",
                "wip, last, semi_additive",
                "wip, max, non_additive",
                "lead_time_avg, own, non_additive",
                "throughput_ratio, own, non_additive",
                "planned_sp, own, additive",
                "planned_sp, avg, non_additive",
                "velocity, own, non_additive",
                "velocity, sum, additive",
                "sprint_blocked_hours, sum, additive",
                "sprint_bugs_added, sum, additive",
                "spillover_ratio, sum, non_additive",
                "accuracy_abs, sum, non_additive",
                "sprint_problematic_score, own, non_additive",
                "probe_state_age, own, non_additive",
                "probe_growth, own, non_additive",
            })
    void knowsWhatTheNumbersAre(String metric, String asked, String additivity) {
        assertThat(SUMS.additivity(metric(metric), aggregation(asked)).wireName())
                .isEqualTo(additivity);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "own", delimiter = '|', textBlock = """
            created          | own    | metric_time | week   |
            created          | own    | assignee    |        |
            created          | own    | label       |        | Numbers of `created` can't be added up over `label`: an issue counts under each of its values.
            created          | own    | metric_time | sprint | Numbers of `created` can't be added up over sprints: sprints of different boards overlap.
            wip              | own    | assignee    |        |
            wip              | own    | component   |        | Numbers of `wip` can't be added up over `component`: an issue counts under each of its values.
            wip              | own    | metric_time | day    | Numbers of `wip` of several periods can't be added up: the same issue can count in each of them.
            wip              | own    | metric_time | sprint | Numbers of `wip` of several periods can't be added up: the same issue can count in each of them.
            wip              | own    | created_at  | month  |
            wip              | avg    | assignee    |        | Numbers of `wip` can't be added up: they are rolled up by `avg`.
            velocity         | sum    | sprint_name |        |
            velocity         | sum    | metric_time | sprint |
            velocity         | own    | board       |        | Numbers of `velocity` can't be added up: they are rolled up by `avg`.
            spillover_ratio  | sum    | board       |        | Numbers of `spillover_ratio` can't be added up: its value for a sprint is no amount.
            lead_time_p90    | own    | assignee    |        | Numbers of `lead_time_p90` can't be added up: they are rolled up by `p90`.
            reopened_count   | own    | metric_time | week   | Numbers of `reopened_count` can't be added up: each is a count of different things, and the same thing can count in several of them.
            throughput_ratio | own    | assignee    |        | Numbers of `throughput_ratio` can't be added up: each is a ratio.
            probe_growth     | own    | assignee    |        | Numbers of `probe_growth` can't be added up: each is made of several numbers.
            sprint_problematic_score | own | board    |        | Numbers of `sprint_problematic_score` can't be added up: each is a score.
            """)
    void saysWhyASumMeansNothing(String metric, String asked, String over, String granularity, String why) {
        Granularity period =
                granularity == null ? null : Granularity.find(granularity).orElseThrow();
        DimensionDefinition dimension = CATALOG.dimension(over).orElseThrow();
        assertThat(SUMS.objection(metric(metric), aggregation(asked), dimension, period))
                .isEqualTo(Optional.ofNullable(why));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "own", delimiter = '|', textBlock = """
            created          | own | true  |
            reopened_count   | own | true  |
            blocked_hours    | own | true  |
            wip              | own | false |
            wip              | own | true  | Numbers of `wip` of several periods can't be added up: the same issue can count in each of them.
            wip              | avg | false | Numbers of `wip` can't be added up: they are rolled up by `avg`.
            velocity         | sum | true  |
            velocity         | own | true  | Numbers of `velocity` can't be added up: they are rolled up by `avg`.
            lead_time_p50    | own | false | Numbers of `lead_time_p50` can't be added up: they are rolled up by `p50`.
            reopen_rate      | own | false | Numbers of `reopen_rate` can't be added up: each is a ratio.
            """)
    void saysWhyThereIsNoShare(String metric, String asked, boolean acrossTime, String why) {
        assertThat(SUMS.shareObjection(metric(metric), aggregation(asked), acrossTime))
                .isEqualTo(Optional.ofNullable(why));
    }

    private static MetricDefinition metric(String name) {
        return CATALOG.metric(MetricReference.of(name)).orElseThrow();
    }

    private static Aggregation aggregation(String asked) {
        return asked == null ? null : Aggregation.find(asked).orElseThrow();
    }
}
