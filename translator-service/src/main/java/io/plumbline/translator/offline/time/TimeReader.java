package io.plumbline.translator.offline.time;

import io.plumbline.spec.Granularity;
import io.plumbline.translator.offline.text.Token;
import io.plumbline.translator.offline.time.TimeReference.Period;
import io.plumbline.translator.offline.time.TimeReference.Present;
import io.plumbline.translator.offline.time.TimeReference.Since;
import io.plumbline.translator.offline.time.TimeReference.Until;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a range of time with the words that lead to it: "in June", "since March", "between May and July". The rules
 * that are a matter of choice: {@code last month} is the calendar month before this one; {@code last 6 months} and
 * {@code past 30 days} are windows that end today, as are {@code over the last year} and {@code the past year}; a month
 * without a year is the latest that has begun.
 */
public final class TimeReader {
    private static final Set<String> LEADS = Set.of(
            "in",
            "for",
            "during",
            "over",
            "within",
            "on",
            "of",
            "through",
            "throughout",
            "across",
            "from",
            "at",
            "as",
            "by",
            "about",
            "and",
            "versus",
            "vs",
            "than",
            "with",
            "to");
    private static final Set<String> CARRIED = Set.of(
            "in", "for", "during", "over", "within", "on", "of", "through", "throughout", "across", "from", "at");
    private static final Set<String> WINDOW = Set.of("over", "within");
    private static final Set<String> UNTIL = Set.of("until", "till", "to", "through", "thru");
    private static final Set<String> START = Set.of("start", "beginning", "begin");

    private final Words words;
    private final LocalDate today;
    private final NamedPeriods named;
    private final RelativePeriods relative;

    public TimeReader(List<Token> tokens, LocalDate today) {
        this.words = new Words(tokens);
        this.today = today;
        this.named = new NamedPeriods(words, today);
        this.relative = new RelativePeriods(words, today);
    }

    /** The range of time that begins at a place, its leading words included. */
    public Optional<TimeMatch> at(int i) {
        return present(i)
                .or(() -> comparison(i))
                .or(() -> range(i))
                .or(() -> since(i))
                .or(() -> until(i))
                .or(() -> period(i));
    }

    private Optional<TimeMatch> present(int i) {
        int at = words.skip(i, Set.of("right", "just", "as"));
        if (words.is(at, "now") && !words.is(at + 1, "and")) {
            return Optional.of(new TimeMatch(at + 1, new Present()));
        }
        boolean moment = words.are(i, "at", "the", "moment") || words.are(i, "at", "this", "moment");
        if (moment || words.are(i, "as", "of", "now") || words.are(i, "as", "of", "today")) {
            return Optional.of(new TimeMatch(i + 3, new Present()));
        }
        if (words.are(i, "at", "present")) {
            return Optional.of(new TimeMatch(i + 2, new Present()));
        }
        return words.is(i, "currently") || words.is(i, "presently") || words.is(i, "nowadays")
                ? Optional.of(new TimeMatch(i + 1, new Present()))
                : Optional.empty();
    }

    private Optional<TimeMatch> comparison(int i) {
        return PreviousRanges.at(words, i);
    }

    /** "from A to B", "between A and B", "A to B"; both ends belong to the range. */
    private Optional<TimeMatch> range(int i) {
        boolean between = words.is(i, "between");
        boolean from = words.is(i, "from") || words.is(i, "in");
        int start = words.skip(between || from ? i + 1 : i, "the");
        var first = named.at(start, between || from);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int joint = first.get().next();
        boolean joined = between ? words.is(joint, "and") : words.isAny(joint, UNTIL) && (from || !comparing(i));
        int second = words.skip(words.skip(words.skip(joint + 1, "the"), "end"), "of");
        var last = joined ? named.at(second, true) : Optional.<NamedPeriods.Named>empty();
        return last.flatMap(end -> span(first.get(), end));
    }

    private boolean comparing(int i) {
        return words.tokens().subList(0, i).stream()
                .anyMatch(token -> token.stem().startsWith("compar"));
    }

    private Optional<TimeMatch> span(NamedPeriods.Named first, NamedPeriods.Named last) {
        boolean endFollowsStart = last.year() == null && first.year() != null;
        var end = endFollowsStart ? last.inYear().apply(first.year()) : last.resolve(today);
        var start = first.resolve(end.from());
        if (endFollowsStart && end.from().isBefore(start.from())) {
            end = last.inYear().apply(first.year() + 1);
        }
        return end.to().isAfter(start.from())
                ? Optional.of(new TimeMatch(last.next(), start.until(end)))
                : Optional.empty();
    }

    private Optional<TimeMatch> since(int i) {
        int at = words.skip(i, "ever");
        if (words.is(at, "since") || words.is(at, "from")) {
            return point(at + 1, true)
                    .filter(match -> words.is(at, "since") || opensRange(match.next()))
                    .map(match -> new TimeMatch(
                            words.is(at, "since") ? match.next() : afterOpening(match.next()),
                            new Since(match.period().from(), match.period())));
        }
        if (words.is(at, "after")) {
            return point(at + 1, true)
                    .map(match ->
                            new TimeMatch(match.next(), new Since(match.period().to(), match.period())));
        }
        return Optional.empty();
    }

    private boolean opensRange(int i) {
        return afterOpening(i) > i;
    }

    private int afterOpening(int i) {
        if (words.is(i, "on") || words.is(i, "onwards") || words.is(i, "onward")) {
            return i + 1;
        }
        boolean untilToday = words.isAny(i, UNTIL) && (words.is(i + 1, "today") || words.is(i + 1, "now"));
        return untilToday ? i + 2 : i;
    }

    private Optional<TimeMatch> until(int i) {
        if (words.is(i, "before")) {
            return point(i + 1, true)
                    .map(match ->
                            new TimeMatch(match.next(), new Until(match.period().from())));
        }
        int at = words.are(i, "up", "to") ? i + 2 : words.is(i, "until") || words.is(i, "till") ? i + 1 : -1;
        return at < 0
                ? Optional.empty()
                : point(at, true)
                        .map(match -> new TimeMatch(
                                match.next(), new Until(match.period().to())));
    }

    private Optional<TimeMatch> period(int i) {
        int at = i;
        boolean window = false;
        while (words.isAny(at, CARRIED)) {
            window |= words.isAny(at, WINDOW);
            at++;
        }
        boolean led = at > i || (i > 0 && words.isAny(i - 1, LEADS));
        boolean article = words.is(at, "the");
        int start = words.skip(at, "the");
        boolean trailing = window || (article && words.is(start, "past"));
        return relative.at(start, trailing)
                .or(() -> point(start, led).map(match -> new TimeMatch(match.next(), match.period())));
    }

    private record Point(int next, Period period) {}

    /** A period that names a point by its start or end: "the start of the year", "the end of June", "last quarter". */
    private Optional<Point> point(int i, boolean led) {
        int at = words.skip(i, "the");
        if (words.isAny(at, START) && words.is(at + 1, "of")) {
            return whole(at + 2).map(match -> new Point(match.next(), firstDay(match.period())));
        }
        return words.are(at, "end", "of") ? whole(at + 2) : plain(at, led);
    }

    private Optional<Point> whole(int i) {
        int at = words.skip(i, "the");
        var unit = words.at(at).flatMap(TimeWords::unit);
        return unit.isPresent() ? unit.map(u -> new Point(at + 1, Periods.holding(u, today))) : plain(at, true);
    }

    private Optional<Point> plain(int i, boolean led) {
        var told = relative.at(i, false)
                .flatMap(match -> match.reference() instanceof Period period
                        ? Optional.of(new Point(match.next(), period))
                        : Optional.empty());
        return told.or(() -> named.at(i, led).map(match -> new Point(match.next(), match.resolve(today))));
    }

    private static Period firstDay(Period period) {
        return new Period(period.from(), period.from().plusDays(1), Granularity.DAY);
    }
}
