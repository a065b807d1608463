package io.plumbline.spec.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.embedded.EmbeddedRedis;
import io.plumbline.spec.problem.ProblemException;
import io.vertx.mutiny.redis.client.Command;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of requests while Redis is dead, stopped, full or forgetful. */
class RedisAwayTest {
    private static final int USER = 40;
    /** A quarter of that. */
    private static final int ALONE = 10;

    /** Far less than a wait for Redis at each of them would take: that is 200 s. */
    private static final Duration NO_WAIT = Duration.ofSeconds(20);

    private static final Duration RECOVERY = Duration.ofSeconds(30);

    private EmbeddedRedis redis;
    private Limiting limiting;

    @BeforeEach
    void start() {
        redis = EmbeddedRedis.start(EmbeddedRedis.Settings.forTests());
        limiting = Limiting.on(redis.url(), Limiting.perMinute(USER, 1_000, 1_000));
        assertThat(admitted(1)).isOne();
    }

    @AfterEach
    void stop() {
        limiting.close();
        redis.close();
    }

    @Test
    void admitsAQuarterWhileRedisIsDeadAndComesBackWithIt() throws Exception {
        redis.process().handle().destroyForcibly();
        redis.process().onExit().get(5, TimeUnit.SECONDS);
        decidesAloneAtNoCost();
        redis = EmbeddedRedis.start(new EmbeddedRedis.Settings(
                null, null, null, URI.create(redis.url()).getPort()));
        decidesInRedisAgain();
    }

    @Test
    void admitsAQuarterWhileRedisIsStoppedAndComesBackWithIt() throws Exception {
        signal("STOP");
        decidesAloneAtNoCost();
        signal("CONT");
        decidesInRedisAgain();
    }

    @Test
    void admitsAQuarterWhileRedisIsFullAndComesBackWithIt() {
        limiting.send(Command.CONFIG, "SET", "maxmemory-policy", "noeviction");
        limiting.send(Command.CONFIG, "SET", "maxmemory", "1");
        decidesAloneAtNoCost();
        limiting.send(Command.CONFIG, "SET", "maxmemory", "0");
        decidesInRedisAgain();
    }

    @Test
    void sendsTheScriptAgainWhereRedisForgotIt() {
        limiting.send(Command.SCRIPT, "FLUSH");
        admits(USER - 1, 2 * USER);
        assertThat(limiting.presence.isPresent()).isTrue();
    }

    @Test
    void refusesWhatIsCostlyWhileRedisIsAway() throws Exception {
        signal("STOP");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> limiting.limiter
                            .decide(Limiting.caller("acme", "vera"), true)
                            .await()
                            .indefinitely())
                    .isInstanceOfSatisfying(ProblemException.class, problem -> {
                        assertThat(problem.type().code()).isEqualTo("unavailable");
                        assertThat(problem.retryAfter()).contains(Duration.ofSeconds(1));
                    });
        }
        signal("CONT");
    }

    private void decidesAloneAtNoCost() {
        limiting.decide("acme", "first");
        assertThat(limiting.presence.isPresent()).isFalse();
        assertThat(admits(ALONE, 1_000)).isLessThan(NO_WAIT);
    }

    private void decidesInRedisAgain() {
        long start = System.nanoTime();
        while (!limiting.presence.isPresent() && System.nanoTime() - start < RECOVERY.toNanos()) {
            Thread.onSpinWait();
        }
        assertThat(limiting.presence.isPresent()).isTrue();
        limiting.send(Command.FLUSHALL);
        admits(USER, 2 * USER);
    }

    /** Of so many requests the allowance, and what comes back while they last; how long they took. */
    private Duration admits(int allowance, int requests) {
        long start = System.nanoTime();
        int admitted = admitted(requests);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        long back = taken.toMillis() * allowance / Duration.ofMinutes(1).toMillis();
        assertThat((long) admitted).isBetween((long) allowance, allowance + back + 1);
        return taken;
    }

    private int admitted(int requests) {
        int admitted = 0;
        for (int i = 0; i < requests; i++) {
            admitted += limiting.decide("acme", "vera").admitted() ? 1 : 0;
        }
        return admitted;
    }

    private void signal(String name) throws IOException, InterruptedException {
        long process = redis.process().handle().pid();
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process))
                        .start()
                        .waitFor())
                .isZero();
    }
}
