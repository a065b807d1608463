package io.plumbline.translator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * A question as it was asked.
 *
 * @param text what the person wrote
 * @param now the instant that relative words such as "last month" are read from
 * @param timezone where days begin; null means UTC, and that the spec names no zone
 */
public record Question(String text, Instant now, ZoneId timezone) {
    public Question {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(now, "now");
    }

    /** The day of {@code now} in the question's zone. */
    public LocalDate today() {
        return now.atZone(timezone == null ? ZoneOffset.UTC : timezone).toLocalDate();
    }
}
