package io.plumbline.load.fill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LifeTest {
    private static final Instant CREATED = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-07-01T00:00:00Z");

    @Property(tries = 100)
    void goesForwardAndNotPastThePresent(@ForAll long seed) {
        Life life = Life.draw(new SplittableRandom(seed), CREATED, UNTIL, 10);
        for (int i = 0; i + 1 < life.stretches().size(); i++) {
            assertThat(life.end(i)).isAfter(life.stretches().get(i).from()).isBefore(UNTIL);
            assertThat(life.stretches().get(i + 1).status())
                    .isNotEqualTo(life.stretches().get(i).status());
        }
    }

    @Property(tries = 100)
    void isDoneWhenItsLastStatusIs(@ForAll long seed) {
        Life life = Life.draw(new SplittableRandom(seed), CREATED, UNTIL, 10);
        assertThat(life.done() != null).isEqualTo(life.last() == Status.DONE);
        assertThat(life.activeHours()).isNotNegative();
    }
}
