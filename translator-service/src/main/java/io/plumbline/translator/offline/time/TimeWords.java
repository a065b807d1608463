package io.plumbline.translator.offline.time;

import io.plumbline.spec.Granularity;
import io.plumbline.translator.offline.text.Token;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Single words of time: units, months, weekdays and numbers. */
final class TimeWords {
    static final Set<String> RUNNING = Set.of("this", "current", "running", "present");
    static final Set<String> PRECEDING = Set.of("last", "past", "previous", "prior", "preceding");
    static final Set<String> WHOLE = Set.of("full", "whole", "complete", "completed", "entire", "calendar");

    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final Map<String, Integer> MONTH_BY_NAME = monthNames();
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("couple", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("fourteen", 14),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("sixty", 60),
            Map.entry("ninety", 90));
    private static final Map<String, Integer> ORDINALS =
            Map.of("first", 1, "second", 2, "third", 3, "fourth", 4, "1st", 1, "2nd", 2, "3rd", 3, "4th", 4);
    private static final Pattern DIGITS = Pattern.compile("\\d{1,4}");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");

    private TimeWords() {}

    private static Map<String, Integer> monthNames() {
        var names = new HashMap<String, Integer>();
        for (int i = 0; i < MONTHS.size(); i++) {
            names.put(MONTHS.get(i), i + 1);
            names.put(MONTHS.get(i).substring(0, 3), i + 1);
        }
        names.put("sept", 9);
        return Map.copyOf(names);
    }

    /** The unit of a word such as {@code month} or {@code months}. */
    static Optional<Granularity> unit(Token token) {
        var word = token.folded();
        var singular = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return Granularity.find(singular).filter(Granularity::isCalendar);
    }

    /** A whole number of at most four digits, or in words. */
    static OptionalInt number(Token token) {
        if (DIGITS.matcher(token.folded()).matches()) {
            return OptionalInt.of(Integer.parseInt(token.folded()));
        }
        return found(NUMBERS.get(token.folded()));
    }

    /** First to fourth. */
    static OptionalInt ordinal(Token token) {
        return found(ORDINALS.get(token.folded()));
    }

    static OptionalInt dayOfMonth(Token token) {
        var matcher = DAY.matcher(token.folded());
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    static OptionalInt year(Token token) {
        return YEAR.matcher(token.folded()).matches()
                ? OptionalInt.of(Integer.parseInt(token.folded()))
                : OptionalInt.empty();
    }

    static OptionalInt month(Token token) {
        return found(MONTH_BY_NAME.get(token.folded()));
    }

    /** Whether a month's name is also an everyday word, so that it needs company to be a month. */
    static boolean isAlsoAWord(Token token) {
        return token.is("may") || token.is("march") || token.is("mar");
    }

    static Optional<DayOfWeek> weekday(Token token) {
        for (var day : DayOfWeek.values()) {
            if (token.is(day.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static OptionalInt found(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
