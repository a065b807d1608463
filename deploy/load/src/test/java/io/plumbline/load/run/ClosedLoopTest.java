package io.plumbline.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClosedLoopTest {
    private final ClosedLoop loop = new ClosedLoop();

    @Test
    void countsEachAnswer() throws Exception {
        AtomicInteger made = new AtomicInteger();
        Measured measured = loop.run(List.of(() -> slowly(made), () -> slowly(made)), Duration.ofMillis(100));
        assertThat(measured.micros().getTotalCount()).isEqualTo(made.get()).isPositive();
        assertThat(measured.millis(50)).isGreaterThanOrEqualTo(2);
        assertThat(loop.lastFailure()).isNull();
    }

    @Test
    void keepsFailuresOutOfTheTimes() throws Exception {
        Measured measured = loop.run(
                List.of(() -> {
                    throw new IOException("status 503");
                }),
                Duration.ofMillis(20));
        assertThat(measured.micros().getTotalCount()).isZero();
        assertThat(measured.failures()).isPositive();
        assertThat(loop.lastFailure()).hasMessage("status 503");
    }

    @Test
    void asksInTurns() throws Exception {
        StringBuilder made = new StringBuilder();
        Call call = Call.cycle(List.of(() -> made.append('a'), () -> made.append('b'), () -> made.append('c')), 1);
        for (int i = 0; i < 4; i++) {
            call.make();
        }
        assertThat(made).hasToString("bcab");
    }

    private static void slowly(AtomicInteger made) throws InterruptedException {
        Thread.sleep(2);
        made.incrementAndGet();
    }
}
