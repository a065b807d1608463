package io.plumbline.translator.offline.time;

import io.plumbline.translator.offline.time.TimeReference.PreviousPeriod;
import io.plumbline.translator.offline.time.TimeReference.PreviousYear;
import java.util.Optional;
import java.util.Set;

/** Ranges told from the one asked for: "the period before", "the same month last year", "year over year". */
final class PreviousRanges {
    private static final Set<String> RANGES =
            Set.of("period", "time", "dates", "days", "range", "week", "month", "quarter", "weeks", "months", "span");
    private static final Set<String> BEFORE = Set.of("before", "earlier", "prior", "previously");
    private static final Set<String> JOINTS = Set.of("over", "on", "to");

    private PreviousRanges() {}

    static Optional<TimeMatch> at(Words words, int i) {
        return sameOfLastYear(words, i).or(() -> overUnit(words, i)).or(() -> before(words, i));
    }

    private static Optional<TimeMatch> sameOfLastYear(Words words, int i) {
        int at = words.skip(words.skip(words.skip(i, "in"), "at"), "the");
        if (words.is(at, "same") && words.isAny(at + 1, RANGES)) {
            int year = words.skip(words.skip(words.skip(at + 2, Set.of("of", "in")), "the"), "a");
            return lastYearEnd(words, year);
        }
        return words.are(i, "a", "year", "ago")
                        || words.are(i, "a", "year", "earlier")
                        || words.are(i, "one", "year", "ago")
                ? Optional.of(new TimeMatch(i + 3, new PreviousYear()))
                : Optional.empty();
    }

    private static Optional<TimeMatch> lastYearEnd(Words words, int i) {
        boolean named = words.isAny(i, TimeWords.PRECEDING) && words.is(i + 1, "year");
        boolean told = words.is(i, "year") && (words.is(i + 1, "ago") || words.isAny(i + 1, BEFORE));
        return named || told ? Optional.of(new TimeMatch(i + 2, new PreviousYear())) : Optional.empty();
    }

    private static Optional<TimeMatch> overUnit(Words words, int i) {
        if (words.is(i, "yoy")) {
            return Optional.of(new TimeMatch(i + 1, new PreviousYear()));
        }
        var unit = words.at(i).flatMap(TimeWords::unit);
        boolean repeated = unit.isPresent()
                && words.isAny(i + 1, JOINTS)
                && words.at(i + 2).flatMap(TimeWords::unit).equals(unit)
                && !words.is(i + 3, "date");
        if (!repeated) {
            return Optional.empty();
        }
        TimeReference reference = words.is(i, "year") ? new PreviousYear() : new PreviousPeriod(unit.orElseThrow());
        return Optional.of(new TimeMatch(i + 3, reference));
    }

    private static Optional<TimeMatch> before(Words words, int i) {
        int at = words.skip(i, "the");
        if (words.isAny(at, TimeWords.PRECEDING) && words.is(at + 1, "period")) {
            return Optional.of(new TimeMatch(at + 2, new PreviousPeriod(null)));
        }
        int unit = words.at(at).map(TimeWords::number).isPresent()
                        && words.at(at).map(TimeWords::number).orElseThrow().isPresent()
                ? at + 1
                : at;
        boolean told = (words.isAny(unit, RANGES) || words.is(unit, "year")) && words.isAny(unit + 1, BEFORE);
        boolean ofOtherRange = words.is(unit + 2, "last");
        return told && !ofOtherRange
                ? Optional.of(new TimeMatch(unit + 2, new PreviousPeriod(null)))
                : Optional.empty();
    }
}
