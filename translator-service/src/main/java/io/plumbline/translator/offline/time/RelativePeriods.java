package io.plumbline.translator.offline.time;

import io.plumbline.spec.Granularity;
import io.plumbline.translator.offline.text.Token;
import io.plumbline.translator.offline.time.TimeReference.Period;
import io.plumbline.translator.offline.time.TimeReference.Since;
import io.plumbline.translator.offline.time.TimeReference.Trailing;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Periods told from today: yesterday, last month, last 30 days, two weeks ago, this year so far. */
final class RelativePeriods {
    private static final int MOST_UNITS = 1_000;

    private final Words words;
    private final LocalDate today;

    RelativePeriods(Words words, LocalDate today) {
        this.words = words;
        this.today = today;
    }

    /**
     * The period told at a place.
     *
     * @param window whether the words before ask for a window that ends today ("over the last year")
     */
    Optional<TimeMatch> at(int i, boolean window) {
        return day(i).or(() -> soFar(i))
                .or(() -> beforeLast(i))
                .or(() -> running(i))
                .or(() -> preceding(i, window))
                .or(() -> ago(i))
                .or(() -> weekday(i));
    }

    private Optional<TimeMatch> day(int i) {
        if (words.is(i, "today")) {
            return found(i + 1, Periods.holding(Granularity.DAY, today));
        }
        return words.is(i, "yesterday") ? found(i + 1, Periods.units(Granularity.DAY, today, -1, 1)) : Optional.empty();
    }

    private Optional<TimeMatch> soFar(int i) {
        if (words.are(i, "so", "far")) {
            int at = words.skip(words.skip(i + 2, "in"), TimeWords.RUNNING);
            return unit(at).flatMap(unit -> toDate(at + 1, unit));
        }
        int at = words.skip(i, TimeWords.RUNNING);
        var unit = unit(at);
        if (unit.isPresent() && (words.are(at + 1, "to", "date") || words.are(at + 1, "so", "far"))) {
            return toDate(at + 3, unit.get());
        }
        return switch (words.at(i).map(Token::folded).orElse("")) {
            case "ytd" -> toDate(i + 1, Granularity.YEAR);
            case "qtd" -> toDate(i + 1, Granularity.QUARTER);
            case "mtd" -> toDate(i + 1, Granularity.MONTH);
            default -> Optional.empty();
        };
    }

    private Optional<TimeMatch> toDate(int next, Granularity unit) {
        var period = Periods.holding(unit, today);
        return Optional.of(new TimeMatch(next, new Since(period.from(), period)));
    }

    private Optional<TimeMatch> beforeLast(int i) {
        return unit(i).filter(unit -> words.are(i + 1, "before", "last"))
                .flatMap(unit -> found(i + 3, Periods.units(unit, today, -2, 1)));
    }

    private Optional<TimeMatch> running(int i) {
        return unit(i + 1)
                .filter(unit -> words.isAny(i, TimeWords.RUNNING))
                .flatMap(unit -> found(i + 2, Periods.holding(unit, today)));
    }

    private Optional<TimeMatch> preceding(int i, boolean window) {
        if (!words.isAny(i, TimeWords.PRECEDING)) {
            return Optional.empty();
        }
        int at = words.skip(i + 1, TimeWords.WHOLE);
        boolean whole = at > i + 1;
        var count = number(words.skip(at, "a"));
        if (count.isEmpty()) {
            boolean trailing = window && !whole;
            return unit(at).flatMap(unit -> trailing
                    ? Optional.of(new TimeMatch(at + 1, new Trailing(1, unit)))
                    : found(at + 1, Periods.units(unit, today, -1, 1)));
        }
        return severalUnits(words.skip(words.skip(at, "a") + 1, "of"), count.getAsInt(), whole);
    }

    private Optional<TimeMatch> severalUnits(int i, int count, boolean wholeBefore) {
        int at = words.skip(i, TimeWords.WHOLE);
        boolean whole = wholeBefore || at > i;
        return unit(at).flatMap(unit -> whole
                ? found(at + 1, Periods.units(unit, today, -count, count))
                : Optional.of(new TimeMatch(at + 1, new Trailing(count, unit))));
    }

    private Optional<TimeMatch> ago(int i) {
        var count = words.is(i, "a") ? OptionalInt.of(1) : number(i);
        boolean ago = words.is(i + 2, "ago") || words.is(i + 2, "back");
        return count.isPresent() && ago
                ? unit(i + 1).flatMap(unit -> found(i + 3, Periods.units(unit, today, -count.getAsInt(), 1)))
                : Optional.empty();
    }

    private Optional<TimeMatch> weekday(int i) {
        int at = words.skip(i, Set.of("last", "past", "previous"));
        Optional<DayOfWeek> weekday = words.at(at).flatMap(TimeWords::weekday);
        return weekday.flatMap(
                day -> found(at + 1, Periods.holding(Granularity.DAY, today.with(TemporalAdjusters.previous(day)))));
    }

    private OptionalInt number(int i) {
        var number = words.at(i).map(TimeWords::number).orElse(OptionalInt.empty());
        return number.isPresent() && number.getAsInt() > 0 && number.getAsInt() <= MOST_UNITS
                ? number
                : OptionalInt.empty();
    }

    private Optional<Granularity> unit(int i) {
        return words.at(i).flatMap(TimeWords::unit);
    }

    private static Optional<TimeMatch> found(int next, Period period) {
        return Optional.of(new TimeMatch(next, period));
    }
}
