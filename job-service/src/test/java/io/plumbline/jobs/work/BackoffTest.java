package io.plumbline.jobs.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(60), new Random(7));

    @Test
    void doublesWithAFifthMoreOrLess() {
        for (int attempt = 1; attempt <= 4; attempt++) {
            double middle = 2_000 * Math.pow(2, attempt - 1);
            assertThat((double) backoff.after(attempt, Duration.ZERO).toMillis())
                    .isBetween(middle * 0.8, middle * 1.2);
        }
    }

    @Test
    void hasAnEndAndHeedsWhatIsAsked() {
        assertThat(backoff.after(60, Duration.ZERO)).isBetween(Duration.ofSeconds(48), Duration.ofSeconds(72));
        assertThat(backoff.after(1, Duration.ofSeconds(30))).isBetween(Duration.ofSeconds(24), Duration.ofSeconds(36));
    }

    @Test
    void doesNotComeAllAtOnce() {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(_ -> backoff.after(1, Duration.ZERO).toMillis() / 10)
                        .distinct()
                        .count())
                .isGreaterThan(40);
    }
}
