package io.plumbline.jobs.jira;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PauseTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void readsSecondsAndDates() {
        assertThat(Pause.asked("7", NOON)).contains(Duration.ofSeconds(7));
        assertThat(Pause.asked("Wed, 04 Mar 2026 12:00:30 GMT", NOON)).contains(Duration.ofSeconds(30));
        assertThat(Pause.asked("Wed, 04 Mar 2026 11:00:00 GMT", NOON)).contains(Duration.ZERO);
        assertThat(Pause.asked("-5", NOON)).contains(Duration.ZERO);
        assertThat(Pause.asked("soon", NOON)).isEmpty();
        assertThat(Pause.asked(null, NOON)).isEmpty();
    }

    @Test
    void neverWaitsLessThanAsked() {
        for (int i = 0; i < 100; i++) {
            assertThat(Pause.jittered(Duration.ofSeconds(10)))
                    .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(12));
        }
    }

    @Test
    void doublesUpToTheLongest() {
        for (int i = 0; i < 100; i++) {
            assertThat(Pause.backoff(Duration.ofSeconds(1), 3, Duration.ofMinutes(1)))
                    .isBetween(Duration.ofMillis(3200), Duration.ofMillis(4800));
            assertThat(Pause.backoff(Duration.ofSeconds(1), 20, Duration.ofMinutes(1)))
                    .isEqualTo(Duration.ofMinutes(1));
        }
    }
}
