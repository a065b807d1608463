package io.plumbline.query.warming;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.tenant.Tenant;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PendingTest {
    private static final Tenant ACME = Tenant.of("acme");
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Pending pending = new Pending(Duration.ofSeconds(2));

    @Test
    void waitsUntilNothingChangesAnyMore() {
        pending.add(ACME, 0);
        assertThat(pending.take(SECOND)).isEmpty();
        pending.add(ACME, SECOND);
        assertThat(pending.take(2 * SECOND)).isEmpty();
        assertThat(pending.take(3 * SECOND)).contains(ACME);
        assertThat(pending.take(4 * SECOND)).isEmpty();
    }

    @Test
    void waitsNotForEver() {
        for (int i = 0; i < 20; i++) {
            pending.add(ACME, i * SECOND);
            assertThat(pending.take(i * SECOND)).isEmpty();
        }
        pending.add(ACME, 20 * SECOND);
        assertThat(pending.take(20 * SECOND)).contains(ACME);
    }

    @Test
    void givesEachTenantItsTurn() {
        pending.add(ACME, 0);
        pending.add(Tenant.of("umbrella"), SECOND);
        assertThat(pending.take(2 * SECOND)).contains(ACME);
        assertThat(pending.has(ACME)).isFalse();
        assertThat(pending.has(Tenant.of("umbrella"))).isTrue();
        assertThat(pending.take(2 * SECOND)).isEmpty();
        assertThat(pending.take(3 * SECOND)).contains(Tenant.of("umbrella"));
    }

    @Test
    void letsNoMoreWaitThanItCanRemember() {
        for (int i = 0; i < 1_500; i++) {
            pending.add(Tenant.of("t" + i), 0);
        }
        int turns = 0;
        while (pending.take(2 * SECOND).isPresent()) {
            turns++;
        }
        assertThat(turns).isEqualTo(1_000);
    }
}
