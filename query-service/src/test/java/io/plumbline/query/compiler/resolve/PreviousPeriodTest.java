package io.plumbline.query.compiler.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.Comparison;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviousPeriodTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Prague");

    @ParameterizedTest
    @CsvSource({
        // whole months, quarters and years
        "2026-06-01, 2026-07-01, 2026-05-01",
        "2026-03-01, 2026-04-01, 2026-02-01",
        "2026-01-01, 2026-07-01, 2025-07-01",
        "2026-04-01, 2026-07-01, 2026-01-01",
        "2024-01-01, 2025-01-01, 2023-01-01",
        // whole weeks
        "2026-06-01, 2026-06-15, 2026-05-18",
        // both: by months (February 2027 is four whole weeks)
        "2027-02-01, 2027-03-01, 2027-01-01",
        // neither: by days
        "2026-06-10, 2026-06-20, 2026-05-31",
        "2026-06-01, 2026-06-30, 2026-05-03"
    })
    void isAsManyCalendarUnitsBefore(LocalDate from, LocalDate to, LocalDate previous) {
        Period before = PreviousPeriod.of(new Period(from, to, ZONE), Comparison.PREVIOUS_PERIOD);
        assertThat(before).isEqualTo(new Period(previous, from, ZONE));
    }

    @ParameterizedTest
    @CsvSource({"2026-06-01, 2026-07-01, 2025-06-01, 2025-07-01", "2024-02-01, 2024-02-29, 2023-02-01, 2023-02-28"})
    void isTheSameDatesAYearEarlier(LocalDate from, LocalDate to, LocalDate previousFrom, LocalDate previousTo) {
        Period before = PreviousPeriod.of(new Period(from, to, ZONE), Comparison.PREVIOUS_YEAR);
        assertThat(before).isEqualTo(new Period(previousFrom, previousTo, ZONE));
    }
}
