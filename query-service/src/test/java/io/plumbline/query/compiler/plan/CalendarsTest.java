package io.plumbline.query.compiler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.Granularity;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarsTest {
    @ParameterizedTest
    @CsvSource({
        "2026-05-17, DAY, 2026-05-17",
        "2026-05-17, WEEK, 2026-05-11",
        "2027-01-03, WEEK, 2026-12-28",
        "2026-05-17, MONTH, 2026-05-01",
        "2026-05-17, QUARTER, 2026-04-01",
        "2026-05-17, YEAR, 2026-01-01"
    })
    void findsTheFirstDayOfThePeriod(LocalDate day, Granularity granularity, LocalDate first) {
        assertThat(Calendars.floor(day, granularity)).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-05-01, DAY, 120",
        "2026-01-05, 2026-02-02, WEEK, 4",
        "2025-11-01, 2026-02-01, MONTH, 3",
        "2025-10-01, 2026-04-01, QUARTER, 2",
        "2023-01-01, 2026-01-01, YEAR, 3"
    })
    void countsPeriodsBetweenFirstDays(LocalDate from, LocalDate to, Granularity granularity, long count) {
        assertThat(Calendars.between(from, to, granularity)).isEqualTo(count);
    }
}
