package io.plumbline.translator.offline.time;

import io.plumbline.spec.Granularity;
import io.plumbline.translator.offline.text.Token;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads lengths of time and counts of sprints: "for more than 10 days", "the last 3 sprints". */
public final class DurationReader {
    private static final Set<String> LEADS = Set.of(
            "for",
            "in",
            "more",
            "longer",
            "over",
            "than",
            "at",
            "least",
            "exceeding",
            "above",
            ">",
            "within",
            "beyond");
    private static final Set<String> SPRINT_LEADS =
            Set.of("in", "of", "for", "over", "during", "from", "across", "the", "our");
    private static final Set<String> LATEST = Set.of("last", "latest", "past", "previous", "recent", "preceding");
    private static final Set<String> ENDED = Set.of("closed", "completed", "finished");
    private static final int DAYS_OF_WEEK = 7;
    private static final int DAYS_OF_MONTH = 30;

    private final Words words;

    public DurationReader(List<Token> tokens) {
        this.words = new Words(tokens);
    }

    /** A number found in the text, and the place after it. */
    public record Count(int next, int value) {}

    /** A length of time in days. */
    public Optional<Count> daysAt(int i) {
        int at = i;
        while (words.isAny(at, LEADS)) {
            at++;
        }
        var number = at > i && words.is(at, "a") ? OptionalInt.of(1) : number(at);
        int unitAt = at + 1;
        var days = words.at(unitAt)
                .flatMap(TimeWords::unit)
                .map(DurationReader::days)
                .orElse(0);
        boolean length = number.isPresent() && days > 0 && !words.is(unitAt + 1, "ago");
        return length ? Optional.of(new Count(unitAt + 1, number.getAsInt() * days)) : Optional.empty();
    }

    /** How many of the last sprints are meant. */
    public Optional<Count> lastSprintsAt(int i) {
        int at = i;
        while (words.isAny(at, SPRINT_LEADS)) {
            at++;
        }
        int latest = words.skip(at, "most");
        if (!words.isAny(latest, LATEST)) {
            return Optional.empty();
        }
        var number = number(latest + 1);
        int sprintAt = words.skip(number.isPresent() ? latest + 2 : latest + 1, ENDED);
        boolean sprints = words.is(sprintAt, "sprint") || words.is(sprintAt, "sprints");
        boolean counted = number.isPresent() || words.is(sprintAt, "sprint");
        return sprints && counted ? Optional.of(new Count(sprintAt + 1, number.orElse(1))) : Optional.empty();
    }

    private OptionalInt number(int i) {
        return words.at(i).map(TimeWords::number).orElse(OptionalInt.empty());
    }

    private static int days(Granularity unit) {
        return switch (unit) {
            case DAY -> 1;
            case WEEK -> DAYS_OF_WEEK;
            case MONTH -> DAYS_OF_MONTH;
            case QUARTER, YEAR, SPRINT -> 0;
        };
    }
}
