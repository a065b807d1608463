package io.plumbline.spec.read;

import io.plumbline.spec.AsOf;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days written {@code YYYY-MM-DD} that the calendar has. */
final class Dates {
    static final int FIRST_YEAR = 1970;
    static final int LAST_YEAR = 2200;
    private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final DateTimeFormatter STRICT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

    private Dates() {}

    static Optional<LocalDate> read(Place place) {
        return place.text().flatMap(text -> {
            Optional<LocalDate> date = parse(text);
            if (date.isEmpty()) {
                place.fault(
                        FaultCodes.INVALID_DATE, "A day is written YYYY-MM-DD and must exist, for example 2026-01-31.");
                return date;
            }
            return date.filter(day -> inRange(place, day));
        });
    }

    /** A day, or an instant with its offset. */
    static Optional<AsOf> readAsOf(Place place) {
        return place.text().flatMap(text -> {
            Optional<AsOf> read = parse(text).map(day -> new AsOf(day, null)).or(() -> parseInstant(text));
            if (read.isEmpty()) {
                place.fault(
                        FaultCodes.INVALID_DATE,
                        "This is a day, YYYY-MM-DD, or an instant, for example 2026-01-31T16:00:00Z.");
                return read;
            }
            return read.filter(asOf -> inRange(
                    place, asOf.at(ZoneOffset.UTC).atOffset(ZoneOffset.UTC).toLocalDate()));
        });
    }

    private static Optional<AsOf> parseInstant(String text) {
        try {
            return Optional.of(new AsOf(null, OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text, STRICT));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean inRange(Place place, LocalDate day) {
        boolean within = day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
        if (!within) {
            place.fault(FaultCodes.OUT_OF_RANGE, "Years are %d to %d.".formatted(FIRST_YEAR, LAST_YEAR));
        }
        return within;
    }
}
