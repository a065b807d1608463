package io.plumbline.translator.offline.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.Granularity;
import io.plumbline.translator.offline.text.Tokenizer;
import io.plumbline.translator.offline.time.TimeReference.Period;
import io.plumbline.translator.offline.time.TimeReference.Present;
import io.plumbline.translator.offline.time.TimeReference.PreviousPeriod;
import io.plumbline.translator.offline.time.TimeReference.PreviousYear;
import io.plumbline.translator.offline.time.TimeReference.Since;
import io.plumbline.translator.offline.time.TimeReference.Trailing;
import io.plumbline.translator.offline.time.TimeReference.Until;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Today is Wednesday, 15 July 2026. */
class TimeReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 15);

    private static TimeReference read(String text) {
        var tokens = Tokenizer.tokens(text);
        var match = new TimeReader(tokens, TODAY).at(0);
        assertThat(match).as(text).isPresent();
        assertThat(match.get().next()).as("all of: " + text).isEqualTo(tokens.size());
        return match.get().reference();
    }

    @ParameterizedTest
    @CsvSource({
        "today, 2026-07-15, 2026-07-16",
        "yesterday, 2026-07-14, 2026-07-15",
        "this week, 2026-07-13, 2026-07-20",
        "last week, 2026-07-06, 2026-07-13",
        "in the current month, 2026-07-01, 2026-08-01",
        "last month, 2026-06-01, 2026-07-01",
        "in the previous month, 2026-06-01, 2026-07-01",
        "last quarter, 2026-04-01, 2026-07-01",
        "this year, 2026-01-01, 2027-01-01",
        "last year, 2025-01-01, 2026-01-01",
        "the month before last, 2026-05-01, 2026-06-01",
        "two weeks ago, 2026-06-29, 2026-07-06",
        "last 3 full months, 2026-04-01, 2026-07-01",
        "the last two complete weeks, 2026-06-29, 2026-07-13",
        "last friday, 2026-07-10, 2026-07-11",
        "on monday, 2026-07-13, 2026-07-14"
    })
    void readsPeriodsToldFromToday(String text, LocalDate from, LocalDate to) {
        assertThat(read(text)).isInstanceOfSatisfying(Period.class, period -> {
            assertThat(period.from()).isEqualTo(from);
            assertThat(period.to()).isEqualTo(to);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "in June, 2026-06-01, 2026-07-01",
        "in August, 2025-08-01, 2025-09-01",
        "in may, 2026-05-01, 2026-06-01",
        "June 2025, 2025-06-01, 2025-07-01",
        "in June of last year, 2025-06-01, 2025-07-01",
        "in Q2, 2026-04-01, 2026-07-01",
        "Q4, 2025-10-01, 2026-01-01",
        "2026 Q1, 2026-01-01, 2026-04-01",
        "the second quarter of 2025, 2025-04-01, 2025-07-01",
        "in the first half of 2026, 2026-01-01, 2026-07-01",
        "H2 2025, 2025-07-01, 2026-01-01",
        "2025, 2025-01-01, 2026-01-01",
        "2026-03-01, 2026-03-01, 2026-03-02",
        "2026-03, 2026-03-01, 2026-04-01",
        "on 3 July, 2026-07-03, 2026-07-04",
        "July 3rd 2025, 2025-07-03, 2025-07-04",
        "the 3rd of July, 2026-07-03, 2026-07-04",
        "in the week of 8 July, 2026-07-06, 2026-07-13",
        "week 27, 2026-06-29, 2026-07-06",
        "at the end of June, 2026-06-01, 2026-07-01",
        "from May to July, 2026-05-01, 2026-08-01",
        "between March and May 2026, 2026-03-01, 2026-06-01",
        "from November to February 2026, 2025-11-01, 2026-03-01",
        "between 1 May and 15 June 2026, 2026-05-01, 2026-06-16",
        "from 2026-01-01 to 2026-03-31, 2026-01-01, 2026-04-01",
        "between November 2025 and February, 2025-11-01, 2026-03-01"
    })
    void readsNamedPeriods(String text, LocalDate from, LocalDate to) {
        assertThat(read(text)).isInstanceOfSatisfying(Period.class, period -> {
            assertThat(period.from()).isEqualTo(from);
            assertThat(period.to()).isEqualTo(to);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "last 30 days, 30, DAY",
        "over the last 6 weeks, 6, WEEK",
        "in the past three months, 3, MONTH",
        "last couple of months, 2, MONTH",
        "over the last year, 1, YEAR",
        "in the past month, 1, MONTH",
        "within the last quarter, 1, QUARTER"
    })
    void readsWindowsThatEndToday(String text, int count, Granularity unit) {
        assertThat(read(text)).isEqualTo(new Trailing(count, unit));
    }

    @ParameterizedTest
    @CsvSource({
        "since March, 2026-03-01",
        "since 2026-03-01, 2026-03-01",
        "since last quarter, 2026-04-01",
        "since the start of the year, 2026-01-01",
        "since the beginning of Q2, 2026-04-01",
        "year to date, 2026-01-01",
        "ytd, 2026-01-01",
        "this month so far, 2026-07-01",
        "so far this quarter, 2026-07-01",
        "after March, 2026-04-01",
        "from March on, 2026-03-01",
        "from June until today, 2026-06-01"
    })
    void readsRangesThatLastUntilToday(String text, LocalDate from) {
        assertThat(read(text))
                .isInstanceOfSatisfying(
                        Since.class, since -> assertThat(since.from()).isEqualTo(from));
    }

    @ParameterizedTest
    @CsvSource({"before April, 2026-04-01", "until the end of May, 2026-06-01", "up to 2026-05-15, 2026-05-16"})
    void readsRangesWithoutABeginning(String text, LocalDate to) {
        assertThat(read(text)).isEqualTo(new Until(to));
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "right now", "at the moment", "currently", "at present", "as of today"})
    void readsThePresent(String text) {
        assertThat(read(text)).isEqualTo(new Present());
    }

    @ParameterizedTest
    @ValueSource(strings = {"the previous period", "the 30 days before", "the month before"})
    void readsThePeriodBefore(String text) {
        assertThat(read(text)).isEqualTo(new PreviousPeriod(null));
    }

    @Test
    void readsRepeatedUnitsAsAComparison() {
        assertThat(read("month over month")).isEqualTo(new PreviousPeriod(Granularity.MONTH));
        assertThat(read("year over year")).isEqualTo(new PreviousYear());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the same month last year",
                "the same period of the previous year",
                "a year earlier",
                "a year ago",
                "yoy"
            })
    void readsTheYearBefore(String text) {
        assertThat(read(text)).isEqualTo(new PreviousYear());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "may I ask",
                "march on",
                "velocity",
                "30 february 2026",
                "2026-13-01",
                "last sprint",
                "q5",
                "week 99"
            })
    void findsNoTimeInOtherWords(String text) {
        assertThat(new TimeReader(Tokenizer.tokens(text), TODAY).at(0)).isEmpty();
    }
}
