package io.plumbline.spec.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.spec.limit.Rate.Owner;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.redis.client.RedisClientType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The script on a real Redis. */
class RedisLimiterTest {
    private static final int MANY = 1_000_000;

    private static Limiting one;
    private static Limiting other;

    @BeforeAll
    static void start() {
        one = limiting(5, 8);
        other = limiting(5, 8);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @BeforeEach
    void forget() {
        one.send(Command.FLUSHALL);
    }

    @Test
    void admitsTheAllowanceAndNoMore() {
        for (int left = 4; left >= 0; left--) {
            Verdict verdict = one.decide("acme", "vera");
            assertThat(verdict.admitted()).isTrue();
            assertThat(standing(verdict, "user-minute").remaining()).isEqualTo(left);
        }
        Verdict refused = other.decide("acme", "vera");
        assertThat(refused.admitted()).isFalse();
        Standing reason = refused.refusal().orElseThrow();
        assertThat(reason.rate().name()).isEqualTo("user-minute");
        assertThat(reason.untilNext()).isBetween(Duration.ofSeconds(11), Duration.ofSeconds(12));
    }

    @Test
    void aTenantsUsersShareItsAllowance() {
        for (int i = 0; i < 8; i++) {
            assertThat(one.decide("acme", "user-" + i).admitted()).isTrue();
        }
        assertThat(one.decide("acme", "one-more").refusal().orElseThrow().rate().name())
                .isEqualTo("tenant-minute");
        assertThat(one.decide("globex", "vera").admitted()).isTrue();
    }

    @Test
    void everybodySharesTheGlobalAllowance() {
        try (Limiting few = Limiting.on(EmbeddedServers.redis(), Limiting.perMinute(MANY, MANY, 3))) {
            for (int i = 0; i < 3; i++) {
                assertThat(few.decide("tenant-" + i, "vera").admitted()).isTrue();
            }
            assertThat(few.decide("acme", "vera").refusal().orElseThrow().rate().name())
                    .isEqualTo("global-minute");
        }
    }

    @Test
    void aRefusedRequestTakesUpNothing() {
        for (int i = 0; i < 50; i++) {
            one.decide("acme", "vera");
        }
        for (int i = 0; i < 3; i++) {
            assertThat(one.decide("acme", "ana").admitted()).isTrue();
        }
        assertThat(one.decide("acme", "ada").refusal().orElseThrow().rate().name())
                .isEqualTo("tenant-minute");
    }

    @Test
    void keepsUserAndTenantOnOneNodeAndForgetsThem() {
        try (Limiting few = Limiting.on(EmbeddedServers.redis(), Limiting.perMinute(5, 8, 10))) {
            few.decide("acme", "vera {globex}");
        }
        Response found = one.send(Command.KEYS, "rl:*");
        List<String> keys = IntStream.range(0, found.size())
                .mapToObj(i -> found.get(i).toString())
                .sorted()
                .toList();
        assertThat(keys).hasSize(3).startsWith("rl:global", "rl:{acme}");
        assertThat(keys.getLast()).matches("rl:\\{acme}:[0-9a-f]{32}");
        for (String key : keys) {
            assertThat(one.send(Command.PTTL, key).toLong()).isBetween(1L, 60_000L);
        }
    }

    @Test
    void aClockThatIsSetBackBlocksNobodyForLongerThanTheLimit() {
        String inAnHour = Long.toString((System.currentTimeMillis() + 3_600_000) * 1_000);
        one.send(Command.SET, "rl:global", inAnHour);
        Verdict verdict = one.decide("acme", "vera");
        assertThat(verdict.refusal().orElseThrow().untilNext()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void holdsWithFiftyClientsOfTwoProcesses() throws Exception {
        var rate = new Rate(Owner.USER, 200, Duration.ofSeconds(1));
        List<List<Meter>> meters = List.of(List.of(new Meter("rl:{crowd}", List.of(rate))));
        one.inRedis.decide(meters).await().indefinitely();
        one.send(Command.FLUSHALL);
        var admitted = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + Duration.ofSeconds(4).toNanos();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                RedisLimiter limiter = (i % 2 == 0 ? one : other).inRedis;
                clients.execute(() -> {
                    while (System.nanoTime() < end) {
                        if (limiter.decide(meters).await().indefinitely().admitted()) {
                            admitted.incrementAndGet();
                        }
                    }
                });
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(admitted.get()).isLessThanOrEqualTo((int) (200 + 200 * seconds + 1));
        assertThat(admitted.get()).isGreaterThanOrEqualTo((int) (0.99 * (200 + 200 * 4)));
    }

    @Test
    void tenantsDoNotDisturbEachOther() {
        String tenant = "calm-" + UUID.randomUUID();
        for (int i = 0; i < 200; i++) {
            one.decide("noisy", "user-" + i % 20);
        }
        for (int i = 0; i < 5; i++) {
            assertThat(other.decide(tenant, "vera").admitted()).isTrue();
        }
    }

    @Test
    void asksAClusterForTenantAndEverybodyInTurn() {
        try (Limiting cluster =
                Limiting.as(RedisClientType.CLUSTER, EmbeddedServers.redis(), Limiting.perMinute(2, MANY, 3))) {
            assertThat(cluster.decide("acme", "vera").standings()).hasSize(5);
            cluster.decide("acme", "vera");
            Verdict byUser = cluster.decide("acme", "vera");
            assertThat(byUser.refusal().orElseThrow().rate().name()).isEqualTo("user-minute");
            cluster.decide("acme", "ana");
            Verdict byAll = cluster.decide("acme", "ada");
            assertThat(byAll.refusal().orElseThrow().rate().name()).isEqualTo("global-minute");
        }
    }

    private static Limiting limiting(int user, int tenant) {
        return Limiting.on(EmbeddedServers.redis(), Limiting.perMinute(user, tenant, MANY));
    }

    private static Standing standing(Verdict verdict, String name) {
        return verdict.standings().stream()
                .filter(it -> it.rate().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
