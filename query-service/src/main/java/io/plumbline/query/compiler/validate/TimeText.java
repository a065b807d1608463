package io.plumbline.query.compiler.validate;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A time as filters write it: a day {@code YYYY-MM-DD} in the spec's zone, or an ISO date-time with an offset. */
public sealed interface TimeText {

    /** The first instant that it means. */
    Instant start(ZoneId zone);

    /** The first instant after it; the database counts in microseconds. */
    Instant end(ZoneId zone);

    /** Reads the text; empty where it is neither, or outside of the years 1 to 9999. */
    static Optional<TimeText> read(String text) {
        try {
            return text.length() == 10
                    ? Optional.of(new Day(LocalDate.parse(text)))
                    : Optional.of(moment(OffsetDateTime.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Moment moment(OffsetDateTime time) {
        if (time.getYear() < 1 || time.getYear() > 9999) {
            throw new DateTimeException("out of range");
        }
        return new Moment(time.toInstant().truncatedTo(ChronoUnit.MICROS));
    }

    /** A whole day. */
    record Day(LocalDate day) implements TimeText {
        @Override
        public Instant start(ZoneId zone) {
            return day.atStartOfDay(zone).toInstant();
        }

        @Override
        public Instant end(ZoneId zone) {
            return day.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }

    /** An instant. */
    record Moment(Instant at) implements TimeText {
        @Override
        public Instant start(ZoneId zone) {
            return at;
        }

        @Override
        public Instant end(ZoneId zone) {
            return at.plus(1, ChronoUnit.MICROS);
        }
    }
}
