package io.plumbline.query.compiler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.query.compiler.resolve.Period;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Window;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WindowsTest {
    private static final ZoneId ZONE = ZoneId.of("UTC");
    private static final Period RANGE = new Period(LocalDate.of(2026, 3, 11), LocalDate.of(2026, 6, 1), ZONE);

    @Test
    void reachesBackOverWholePeriods() {
        Window rolling = new Window.Rolling(3);
        assertThat(Windows.begin(rolling, RANGE, Granularity.DAY)).isEqualTo("2026-03-09");
        assertThat(Windows.begin(rolling, RANGE, Granularity.WEEK)).isEqualTo("2026-02-23");
        assertThat(Windows.begin(rolling, RANGE, Granularity.MONTH)).isEqualTo("2026-01-01");
        assertThat(Windows.begin(rolling, RANGE, Granularity.QUARTER)).isEqualTo("2025-07-01");
        assertThat(Windows.begin(rolling, RANGE, Granularity.YEAR)).isEqualTo("2024-01-01");
    }

    @Test
    void reachesBackToTheLongerPeriod() {
        assertThat(Windows.begin(new Window.ToDate(Granularity.QUARTER), RANGE, Granularity.DAY))
                .isEqualTo("2026-01-01");
        assertThat(Windows.begin(new Window.ToDate(Granularity.MONTH), RANGE, Granularity.DAY))
                .isEqualTo("2026-03-01");
    }

    @Test
    void accumulatesFromTheRangeOn() {
        assertThat(Windows.begin(new Window.Cumulative(), RANGE, Granularity.MONTH))
                .isEqualTo("2026-03-11");
    }

    @Test
    void leavesOpenWhatIsOpen() {
        assertThat(Windows.begin(new Window.Rolling(3), new Period(null, null, ZONE), Granularity.DAY))
                .isNull();
    }
}
