package io.plumbline.spec.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.spec.limit.Rate.Owner;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LocalLimiterTest {
    private static final double SECOND = 1_000_000;

    @Property(tries = 100)
    void neverAdmitsMoreThanTheRuleSays(
            @ForAll @IntRange(min = 4, max = 400) int allowance,
            @ForAll @IntRange(min = 1, max = 2_000) int pause,
            @ForAll long seed) {
        Rate rate = Rate.perSecond(Owner.USER, allowance);
        double alone = rate.dividedBy(LocalLimiter.PARTS).allowance();
        var limiter = new LocalLimiter();
        var random = new Random(seed);
        long now = random.nextInt();
        long start = now;
        int admitted = 0;
        for (int i = 0; i < 1_000; i++) {
            now += random.nextInt(pause);
            admitted +=
                    limiter.decide(List.of(new Meter("k", List.of(rate))), now).admitted() ? 1 : 0;
            assertThat((double) admitted).isLessThanOrEqualTo(alone + alone * (now - start) / SECOND + 1);
        }
    }

    @Test
    void admitsAgainWhenItSaid() {
        var limiter = new LocalLimiter();
        var meters = List.of(new Meter("k", List.of(Rate.perMinute(Owner.USER, 4))));
        assertThat(limiter.decide(meters, 0).admitted()).isTrue();
        Standing refusal = limiter.decide(meters, 1).refusal().orElseThrow();
        long free = 1 + refusal.untilNext().toNanos() / 1_000;
        assertThat(limiter.decide(meters, free - 1).admitted()).isFalse();
        assertThat(limiter.decide(meters, free).admitted()).isTrue();
    }

    @Test
    void refusesALimitThatAllowsNothing() {
        assertThatThrownBy(() -> Rate.perMinute(Owner.TENANT, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tenant");
    }
}
