package io.plumbline.jobs.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class JqlTest {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final List<String> ZONES = List.of(
            "UTC", "Europe/Prague", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia");

    @Test
    void asksForTheMinuteByTheAccountsWallClock() {
        assertThat(Jql.changedSince(
                        Instant.parse("2026-07-01T10:15:59.999Z"),
                        ZoneId.of("America/New_York"),
                        List.of("PAY", "OPS")))
                .isEqualTo(
                        "project in (\"PAY\",\"OPS\") AND updated >= \"2026-07-01 06:15\" ORDER BY updated ASC, key ASC");
    }

    @Test
    void withoutACheckpointItAsksForEverythingWithABound() {
        assertThat(Jql.counted(null, ZoneId.of("UTC"), List.of())).isEqualTo("updated >= \"1990-01-01 00:00\"");
    }

    @Test
    void hourThatComesTwiceIsAskedForFromBeforeIt() {
        ZoneId prague = ZoneId.of("Europe/Prague");
        // 02:30 on that night is 00:30Z and 01:30Z.
        assertThat(Jql.minute(Instant.parse("2026-10-25T00:30:00Z"), prague)).isEqualTo("2026-10-25 01:30");
        assertThat(Jql.minute(Instant.parse("2026-10-25T01:30:00Z"), prague)).isEqualTo("2026-10-25 01:30");
        assertThat(Jql.minute(Instant.parse("2026-10-25T02:00:00Z"), prague)).isEqualTo("2026-10-25 03:00");
    }

    /** However the tracker reads the text, it never means a later instant: nothing is passed over. */
    @Property(tries = 200)
    void textNeverMeansALaterInstant(@ForAll @LongRange(min = 1_600_000_000L, max = 1_900_000_000L) long second) {
        Instant at = Instant.ofEpochSecond(second);
        for (String name : ZONES) {
            ZoneId zone = ZoneId.of(name);
            LocalDateTime wall = LocalDateTime.parse(Jql.minute(at, zone), MINUTE);
            zone.getRules()
                    .getValidOffsets(wall)
                    .forEach(offset ->
                            assertThat(wall.toInstant(offset)).as(name).isBeforeOrEqualTo(at));
            assertThat(zone.getRules().getValidOffsets(wall)).as(name).isNotEmpty();
        }
    }
}
