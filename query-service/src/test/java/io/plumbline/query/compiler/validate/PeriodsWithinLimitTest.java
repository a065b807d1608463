package io.plumbline.query.compiler.validate;

import static io.plumbline.query.compiler.Compiling.faults;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeriodsWithinLimitTest {
    @Test
    void rejectsMorePeriodsThanAnyoneReads() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'dimensions': ['metric_time'], 'time': {'from': '2000-01-01', 'to': '2026-01-01'}}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/time");
            assertThat(fault.code()).isEqualTo("too_many_periods");
            assertThat(fault.allowed()).containsExactly("week", "month", "quarter", "year");
        });
    }

    @Test
    void countsByTheGranularityOfTheRange() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'time': {'from': '2000-01-01', 'to': '2026-01-01', 'granularity': 'day'}}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/time");
            assertThat(fault.code()).isEqualTo("too_many_periods");
        });
    }

    @Test
    void takesALongerGranularity() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'dimensions': [{'field': 'metric_time', 'granularity': 'quarter'}], 'time': {'from': '2000-01-01', 'to': '2026-01-01', 'granularity': 'day'}}");
        assertThat(faults).isEmpty();
    }

    @Test
    void countsThePeriodsOfAFirstStage() {
        var faults = faults(
                "{'measures': [{'name': 'created', 'per': {'dimensions': ['metric_time']}}], 'time': {'from': '2000-01-01', 'to': '2026-01-01'}}");
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/measures/0/per/dimensions/0");
            assertThat(fault.code()).isEqualTo("too_many_periods");
        });
    }

    @Test
    void countsNothingWithoutMetricTime() {
        var faults = faults(
                "{'measures': [{'name': 'created'}], 'dimensions': ['created_at'], 'time': {'from': '2000-01-01', 'to': '2026-01-01'}}");
        assertThat(faults).isEmpty();
    }
}
