package io.plumbline.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Waits for what happens elsewhere. */
final class Waiting {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Waiting() {}

    /** Until a query gives these rows. */
    static void untilRows(String sql, String... expected) {
        until(() -> Stored.rows(sql), List.of(expected));
    }

    static <T> void until(Supplier<T> look, T expected) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!look.get().equals(expected) && Instant.now().isBefore(end)) {
            pause();
        }
        assertThat(look.get()).isEqualTo(expected);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
