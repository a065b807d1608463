package io.plumbline.spec.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Duration USUAL = Duration.ofMillis(200);
    private static final Duration FIRST = Duration.ofSeconds(2);

    private final AtomicLong clock = new AtomicLong(-17);
    private final Patience patience = new Patience(USUAL, new WarmUp(Duration.ofSeconds(30), FIRST), clock::get);

    private record WarmUp(Duration length, Duration patience) implements LimitConfig.WarmUp {}

    @Test
    void isLongerUntilTheProcessHasServedForAWhile() {
        assertThat(patience.now()).isEqualTo(FIRST);
        after(Duration.ofSeconds(30).minusNanos(1));
        assertThat(patience.now()).isEqualTo(FIRST);
        after(Duration.ofNanos(1));
        assertThat(patience.now()).isEqualTo(USUAL);
    }

    @Test
    void countsFromTheFirstDecisionNotFromTheStart() {
        after(Duration.ofHours(1));
        assertThat(patience.now()).isEqualTo(FIRST);
    }

    private void after(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
