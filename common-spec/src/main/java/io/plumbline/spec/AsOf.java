package io.plumbline.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The instant whose state is asked for: a day, which means its beginning in the spec's zone, or an instant. Exactly one
 * of the two is there.
 */
public record AsOf(LocalDate day, Instant instant) {
    public AsOf {
        if ((day == null) == (instant == null)) {
            throw new IllegalArgumentException("a day or an instant");
        }
    }

    /** Reads {@code YYYY-MM-DD} or an ISO instant. */
    @JsonCreator
    public static AsOf parse(String text) {
        return text.length() <= "YYYY-MM-DD".length()
                ? new AsOf(LocalDate.parse(text), null)
                : new AsOf(null, Instant.parse(text));
    }

    /** The instant, for a spec of that zone. */
    public Instant at(ZoneId zone) {
        return instant != null ? instant : day.atStartOfDay(zone).toInstant();
    }

    @Override
    @JsonValue
    public String toString() {
        return instant != null ? instant.toString() : day.toString();
    }
}
