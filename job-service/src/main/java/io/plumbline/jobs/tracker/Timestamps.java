package io.plumbline.jobs.tracker;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Instants as trackers write them: {@code 2026-03-04T10:11:12.345+0100}, {@code +01:00}, {@code +01} or {@code Z}.
 * Cut to microseconds, which is what the database keeps, so that equal stays equal.
 */
public final class Timestamps {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Timestamps() {}

    /** The instant; null for null. {@code pointer} names the place in the reason. */
    public static Instant parse(String text, String pointer) {
        if (text == null) {
            return null;
        }
        try {
            TemporalAccessor parsed = FORMAT.parse(text);
            Instant instant = LocalDateTime.from(parsed)
                    .toInstant(ZoneOffset.from(parsed))
                    .truncatedTo(ChronoUnit.MICROS);
            int year = LocalDateTime.from(parsed).getYear();
            if (year >= 1900 && year < 3000) {
                return instant;
            }
        } catch (DateTimeException e) {
            // The reason below says it better.
        }
        throw new InvalidRecord("%s is no timestamp: \"%s\"; expected one like 2026-03-04T10:11:12.345+0100"
                .formatted(pointer, Texts.excerpt(text, 40)));
    }
}
