package io.plumbline.jobs.jira;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Searches for issues by the time of their last change, the oldest first.
 *
 * <p>Jira reads a time in a search to the minute and in the time zone of the asking account's profile. So the minute that an
 * instant is in is asked for from its beginning, written as the account's wall clock shows it. In the hour that clocks go
 * through twice, the text means two instants; the hour before is asked for then, because what is read twice does no harm.
 */
public final class Jql {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** Jira refuses searches without any bound; nothing is older. */
    private static final Instant BEGINNING = Instant.parse("1990-01-01T00:00:00Z");

    private Jql() {}

    /**
     * The search.
     *
     * @param from the earliest time of change; null for all
     * @param projects keys; empty for all
     */
    public static String changedSince(Instant from, ZoneId zone, List<String> projects) {
        return "%supdated >= \"%s\" ORDER BY updated ASC, key ASC"
                .formatted(projects(projects), minute(from == null ? BEGINNING : from, zone));
    }

    /** The same without the order, as counting wants it. */
    public static String counted(Instant from, ZoneId zone, List<String> projects) {
        return "%supdated >= \"%s\"".formatted(projects(projects), minute(from == null ? BEGINNING : from, zone));
    }

    /** The beginning of the minute that an instant is in. */
    public static Instant minuteOf(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    static String minute(Instant at, ZoneId zone) {
        Instant earlier = at;
        LocalDateTime wall = LocalDateTime.ofInstant(earlier, zone);
        while (zone.getRules().getValidOffsets(wall).size() > 1) {
            earlier = earlier.minus(Duration.ofHours(1));
            wall = LocalDateTime.ofInstant(earlier, zone);
        }
        return MINUTE.format(wall);
    }

    private static String projects(List<String> keys) {
        return keys.isEmpty()
                ? ""
                : keys.stream()
                        .map(key -> "\"" + key + "\"")
                        .collect(Collectors.joining(",", "project in (", ") AND "));
    }
}
