package io.plumbline.translator.offline.time;

import io.plumbline.spec.Granularity;
import io.plumbline.translator.offline.text.Token;
import io.plumbline.translator.offline.time.TimeReference.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;

/** Periods with a name: dates, months, quarters, halves and years. Without a year the latest that has begun is meant. */
final class NamedPeriods {
    private static final Set<String> OF = Set.of("of", "in", ",");
    private static final int MONTHS_OF_HALF = 6;

    private final Words words;
    private final LocalDate today;

    NamedPeriods(Words words, LocalDate today) {
        this.words = words;
        this.today = today;
    }

    /**
     * A named period in the text.
     *
     * @param next the place after it
     * @param year as written; null where none is
     * @param inYear the period in a given year
     */
    record Named(int next, Integer year, IntFunction<Period> inYear) {

        Period resolve(LocalDate latestStart) {
            if (year != null) {
                return inYear.apply(year);
            }
            var period = inYear.apply(latestStart.getYear());
            return period.from().isAfter(latestStart) ? inYear.apply(latestStart.getYear() - 1) : period;
        }
    }

    /**
     * The period named at a place.
     *
     * @param led whether a word before it says that a time follows
     */
    Optional<Named> at(int i, boolean led) {
        try {
            return isoDate(i)
                    .or(() -> dayAndMonth(i))
                    .or(() -> month(i, led))
                    .or(() -> quarterOrHalf(i))
                    .or(() -> week(i))
                    .or(() -> year(i))
                    .filter(this::exists);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    // The 30th of February is no day.
    private boolean exists(Named named) {
        return named.resolve(today) != null;
    }

    private Optional<Named> isoDate(int i) {
        return words.at(i).map(Token::folded).flatMap(text -> {
            try {
                return switch (text.length()) {
                    case 10 -> {
                        var day = LocalDate.parse(text);
                        yield Optional.of(new Named(
                                i + 1, day.getYear(), y -> new Period(day, day.plusDays(1), Granularity.DAY)));
                    }
                    case 7 -> {
                        var month = YearMonth.parse(text).atDay(1);
                        yield Optional.of(
                                new Named(i + 1, month.getYear(), y -> Periods.holding(Granularity.MONTH, month)));
                    }
                    default -> Optional.empty();
                };
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }

    private Optional<Named> dayAndMonth(int i) {
        var day = words.at(i).map(TimeWords::dayOfMonth).orElse(OptionalInt.empty());
        int monthAt = day.isPresent() ? words.skip(i + 1, "of") : i;
        var month = words.at(monthAt).map(TimeWords::month).orElse(OptionalInt.empty());
        if (month.isEmpty()) {
            return Optional.empty();
        }
        if (day.isPresent()) {
            return Optional.of(withYear(monthAt + 1, y -> day(y, month.getAsInt(), day.getAsInt())));
        }
        int dayAt = words.skip(i + 1, "the");
        var after = words.at(dayAt).map(TimeWords::dayOfMonth).orElse(OptionalInt.empty());
        return after.isPresent()
                ? Optional.of(withYear(dayAt + 1, y -> day(y, month.getAsInt(), after.getAsInt())))
                : Optional.empty();
    }

    private Optional<Named> month(int i, boolean led) {
        var month = words.at(i).map(TimeWords::month).orElse(OptionalInt.empty());
        if (month.isEmpty()) {
            return Optional.empty();
        }
        var token = words.at(i).orElseThrow();
        var named = withYear(i + 1, y -> Periods.holding(Granularity.MONTH, LocalDate.of(y, month.getAsInt(), 1)));
        boolean plain = !TimeWords.isAlsoAWord(token) || led || named.year() != null;
        return plain || (token.capitalised() && i > 0) ? Optional.of(named) : Optional.empty();
    }

    private Optional<Named> quarterOrHalf(int i) {
        var text = words.at(i).map(Token::folded).orElse("");
        if (text.matches("q[1-4]")) {
            return Optional.of(quarter(i + 1, text.charAt(1) - '0'));
        }
        if (text.matches("h[12]")) {
            return Optional.of(half(i + 1, text.charAt(1) - '0'));
        }
        var ordinal = words.at(i).map(TimeWords::ordinal).orElse(OptionalInt.empty());
        if (ordinal.isPresent() && words.is(i + 1, "quarter")) {
            return Optional.of(quarter(i + 2, ordinal.getAsInt()));
        }
        if (ordinal.isPresent() && ordinal.getAsInt() <= 2 && words.is(i + 1, "half")) {
            return Optional.of(half(i + 2, ordinal.getAsInt()));
        }
        return Optional.empty();
    }

    private Optional<Named> week(int i) {
        if (!words.is(i, "week")) {
            return Optional.empty();
        }
        if (words.is(i + 1, "of")) {
            return isoDate(words.skip(i + 2, "the"))
                    .or(() -> dayAndMonth(words.skip(i + 2, "the")))
                    .map(day -> new Named(
                            day.next(),
                            day.year(),
                            y -> Periods.holding(
                                    Granularity.WEEK, day.inYear().apply(y).from())));
        }
        var number = words.at(i + 1).map(TimeWords::dayOfMonth).orElse(OptionalInt.empty());
        return number.isEmpty()
                ? Optional.empty()
                : Optional.of(withYear(i + 2, y -> weekOfYear(y, number.getAsInt())));
    }

    private Optional<Named> year(int i) {
        var year = words.at(i).map(TimeWords::year).orElse(OptionalInt.empty());
        if (year.isEmpty()) {
            return Optional.empty();
        }
        var quarter = quarterOrHalf(i + 1).filter(q -> q.next() == i + 2);
        return Optional.of(quarter.map(q -> new Named(q.next(), year.getAsInt(), q.inYear()))
                .orElseGet(() -> new Named(
                        i + 1, year.getAsInt(), y -> Periods.holding(Granularity.YEAR, LocalDate.of(y, 1, 1)))));
    }

    private Named quarter(int next, int quarter) {
        return withYear(next, y -> Periods.units(Granularity.QUARTER, LocalDate.of(y, 1, 1), quarter - 1, 1));
    }

    private Named half(int next, int half) {
        return withYear(
                next,
                y -> Periods.units(Granularity.QUARTER, LocalDate.of(y, 1 + (half - 1) * MONTHS_OF_HALF, 1), 0, 2));
    }

    private static Period day(int year, int month, int day) {
        var date = LocalDate.of(year, month, day);
        return new Period(date, date.plusDays(1), Granularity.DAY);
    }

    private static Period weekOfYear(int year, int week) {
        var monday = LocalDate.of(year, 1, 4).with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week);
        return Periods.holding(Granularity.WEEK, monday);
    }

    /** Reads a year after a name: "June 2025", "June of 2025", "Q2 last year". */
    private Named withYear(int next, IntFunction<Period> inYear) {
        int at = words.skip(words.skip(next, OF), "the");
        var year = words.at(at).map(TimeWords::year).orElse(OptionalInt.empty());
        if (year.isPresent()) {
            return new Named(at + 1, year.getAsInt(), inYear);
        }
        if (words.is(at + 1, "year") && words.isAny(at, TimeWords.RUNNING)) {
            return new Named(at + 2, today.getYear(), inYear);
        }
        if ((words.is(at + 1, "year") && words.isAny(at, TimeWords.PRECEDING))) {
            return new Named(at + 2, today.getYear() - 1, inYear);
        }
        return words.is(at, "year") && at > next
                ? new Named(at + 1, today.getYear(), inYear)
                : new Named(next, null, inYear);
    }
}
