package io.plumbline.query.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import io.micrometer.core.instrument.MeterRegistry;
import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Control;
import io.plumbline.query.testing.Health;
import io.plumbline.query.testing.Neighbours;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Redis dead, frozen or full: slower, never wrong, never an error. */
@QuarkusTest
@WithTestResource(value = Neighbours.class, initArgs = @ResourceArg(name = "redis", value = "own"))
class RedisOutageTest {
    private static final int CALLS = 12;

    @Inject
    @RedisClientName("cache")
    Redis redis;

    @Inject
    MeterRegistry meters;

    @AfterEach
    void restore() {
        Control.act("redis/thaw");
        Control.act("redis/restart");
        await(() -> {
            answerNew();
            return isStored();
        });
    }

    @Test
    void answersWhileItIsDeadAndUsesItAgainWhenItIsBack() {
        String spec = spec();
        Call.run("acme", spec).body("data.cached", is(false));
        Control.act("redis/kill");
        Call.run("acme", spec).statusCode(200).body("data.cached", is(true));
        for (int i = 0; i < CALLS; i++) {
            answerNew();
        }
        assertThat(Health.ready()).isEqualTo(200);
        Control.act("redis/restart");
        await(() -> {
            answerNew();
            return isStored();
        });
    }

    @Test
    void answersWhileItIsFrozenAndSoonStopsWaitingForIt() {
        Control.act("redis/freeze");
        for (int i = 0; i < 4; i++) {
            answerNew();
        }
        double skipped = faults("skipped");
        for (int i = 0; i < CALLS; i++) {
            Call.run("acme", spec())
                    .statusCode(200)
                    .body("data.results[0].values()[0]", is(4))
                    .time(lessThan(200L));
        }
        assertThat(faults("skipped")).isGreaterThan(skipped);
        Control.act("redis/thaw");
        await(() -> {
            answerNew();
            return isStored();
        });
    }

    @Test
    void answersWhileItIsFull() {
        redis.sendAndAwait(
                Request.cmd(Command.CONFIG).arg("SET").arg("maxmemory-policy").arg("noeviction"));
        redis.sendAndAwait(
                Request.cmd(Command.CONFIG).arg("SET").arg("maxmemory").arg("1"));
        double full = faults("full");
        String spec = spec();
        Call.run("acme", spec).statusCode(200).body("data.cached", is(false));
        Call.run("acme", spec).statusCode(200).body("data.cached", is(true));
        await(() -> faults("full") > full);
    }

    private static void answerNew() {
        Call.run("acme", spec())
                .statusCode(200)
                .body("data.cached", is(false))
                .body("data.results[0].values()[0]", is(4));
    }

    private static String spec() {
        return "{\"measures\": [{\"name\": \"created\", \"as\": \"c%s\"}]}"
                .formatted(UUID.randomUUID().toString().substring(0, 8));
    }

    private boolean isStored() {
        return redis.send(Request.cmd(Command.DBSIZE))
                .map(size -> size.toInteger() > 0)
                .onFailure()
                .recoverWithItem(false)
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    private double faults(String fault) {
        return meters.get("cache_redis_faults").tag("fault", fault).counter().count();
    }

    private static void await(Supplier<Boolean> condition) {
        Instant end = Instant.now().plusSeconds(30);
        while (!condition.get()) {
            assertThat(Instant.now()).isBefore(end);
        }
    }
}
