package io.plumbline.query.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plumbline.query.cache.kept.AnswerKey;
import io.plumbline.query.cache.kept.Answers;
import io.plumbline.query.cache.kept.CacheConfig;
import io.plumbline.query.cache.kept.Question;
import io.plumbline.query.cache.redis.RedisAnswers;
import io.plumbline.query.freshness.DataVersionService;
import io.plumbline.query.testing.Neighbours;
import io.quarkus.redis.client.RedisClientName;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Two instances of the cache with one Redis between them. Each test asks for a tenant of its own. */
@QuarkusTest
@WithTestResource(value = Neighbours.class, initArgs = @ResourceArg(name = "redis", value = "shared"))
class InstancesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** What a tenant without any import has. */
    private static final long NO_DATA = 0;

    @Inject
    RedisAnswers redis;

    @Inject
    DataVersionService versions;

    @Inject
    CacheConfig config;

    @Inject
    MeterRegistry meters;

    @Inject
    @RedisClientName("cache")
    Redis client;

    private final Instant begin = Instant.now();
    private final AtomicInteger runs = new AtomicInteger();
    private final Question question =
            Answers.question("t" + UUID.randomUUID().toString().substring(0, 8));
    private final AnswerKey key = question.at(NO_DATA);

    @Test
    void findsWhatAnotherInstanceMade() {
        assertThat(ask(instance(), work(Duration.ZERO)).source()).isEqualTo(Source.MISS);
        ResultCache other = instance();
        Serving found = awaitSource(other, Source.REDIS);
        assertThat(found.answer()).usingRecursiveComparison().isEqualTo(answer().answer());
        assertThat(ask(other, work(Duration.ZERO)).source()).isEqualTo(Source.MEMORY);
    }

    @Test
    void makesAnAnswerOnceForAllInstances() {
        List<ResultCache> instances = List.of(instance(), instance());
        CompletableFuture<Void> allAsked = new CompletableFuture<>();
        List<CompletableFuture<Serving>> asked = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            asked.add(instances
                    .get(i % 2)
                    .serve(question, CacheMode.NORMAL, work(allAsked))
                    .subscribeAsCompletionStage());
        }
        await(() -> runs.get() == 1);
        allAsked.completeOnTimeout(null, 300, TimeUnit.MILLISECONDS);
        List<Source> sources =
                asked.stream().map(CompletableFuture::join).map(Serving::source).toList();
        assertThat(runs).hasValue(1);
        assertThat(sources).containsOnlyOnce(Source.MISS).contains(Source.SHARED, Source.REDIS);
    }

    @Test
    void waitsForAnInstanceThatWorksLongerThanItsLease() {
        Duration longer = config.lease().plusSeconds(1);
        CompletableFuture<Serving> first =
                instance().serve(question, CacheMode.NORMAL, work(longer)).subscribeAsCompletionStage();
        await(() -> runs.get() == 1);
        assertThat(ask(instance(), work(Duration.ZERO)).source()).isEqualTo(Source.REDIS);
        assertThat(first.join().source()).isEqualTo(Source.MISS);
        assertThat(runs).hasValue(1);
    }

    @Test
    void takesOverFromAnInstanceThatDied() {
        Instant leased = Instant.now();
        client.sendAndAwait(Request.cmd(Command.SET)
                .arg(key.lease())
                .arg("somebody")
                .arg("PX")
                .arg(500));
        assertThat(ask(instance(), work(Duration.ZERO)).source()).isEqualTo(Source.MISS);
        // Not before the lease is over, and sooner than whoever waits makes it without one.
        assertThat(Duration.between(leased, Instant.now())).isBetween(Duration.ofMillis(490), config.patience());
        assertThat(runs).hasValue(1);
    }

    @Test
    void triesItselfWhereTheOtherInstanceFails() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        CompletableFuture<Serving> failing =
                instance().serve(question, CacheMode.NORMAL, work(end)).subscribeAsCompletionStage();
        await(() -> runs.get() == 1);
        CompletableFuture<Serving> other = instance()
                .serve(question, CacheMode.NORMAL, work(Duration.ZERO))
                .subscribeAsCompletionStage();
        end.completeExceptionally(new IllegalStateException("no"));
        assertThat(other.join().answer().key()).isEqualTo(key);
        assertThatThrownBy(failing::join).hasMessageContaining("no");
    }

    @Test
    void keepsNothingThatIsIncomplete() {
        ResultCache cache = instance();
        for (int i = 1; i <= 2; i++) {
            Serving serving = ask(cache, () -> Uni.createFrom().item(new Made(answer().answer(), false)));
            assertThat(serving.source()).isEqualTo(Source.MISS);
            assertThat(serving.ttl()).isZero();
        }
    }

    @Test
    void takesGarbageForNothingAndDeletesIt() {
        double before = garbage();
        client.sendAndAwait(Request.cmd(Command.SET).arg(key.text()).arg("garbage"));
        client.sendAndAwait(Request.cmd(Command.PEXPIRE).arg(key.text()).arg(10_000_000));
        assertThat(ask(instance(), work(Duration.ZERO)).source()).isEqualTo(Source.MISS);
        awaitSource(instance(), Source.REDIS);
        assertThat(garbage()).isEqualTo(before + 1);
    }

    @Test
    void takesAnotherKindOfValueForNothingAndDeletesIt() {
        double before = garbage();
        client.sendAndAwait(Request.cmd(Command.LPUSH).arg(key.text()).arg("garbage"));
        client.sendAndAwait(Request.cmd(Command.PEXPIRE).arg(key.text()).arg(10_000_000));
        assertThat(ask(instance(), work(Duration.ZERO)).source()).isEqualTo(Source.MISS);
        awaitSource(instance(), Source.REDIS);
        assertThat(garbage()).isEqualTo(before + 1);
    }

    @Test
    void takesTheAnswerOfAnotherTenantForNothing() {
        Question foreign = Answers.question("foreign");
        redis.keep(Answers.answer(foreign.at(NO_DATA), Instant.now())).await().atMost(PATIENCE);
        client.sendAndAwait(
                Request.cmd(Command.RENAME).arg(foreign.at(NO_DATA).text()).arg(key.text()));
        Serving serving = ask(instance(), work(Duration.ZERO));
        assertThat(serving.source()).isEqualTo(Source.MISS);
        assertThat(serving.answer().key()).isEqualTo(key);
    }

    @Test
    void takesAForeignNewestVersionForNothing() {
        client.sendAndAwait(Request.cmd(Command.SET).arg(question.newest()).arg("seven"));
        Serving serving = instance()
                .serve(question, CacheMode.STALE_OK, work(Duration.ZERO))
                .await()
                .atMost(PATIENCE);
        assertThat(serving.source()).isEqualTo(Source.MISS);
    }

    private ResultCache instance() {
        MeterRegistry own = new SimpleMeterRegistry();
        return new ResultCache(new MemoryAnswers(config, own), redis, versions, config, new CacheMeter(own));
    }

    private Serving ask(ResultCache cache, Supplier<Uni<Made>> work) {
        return cache.serve(question, CacheMode.NORMAL, work).await().atMost(PATIENCE);
    }

    private Supplier<Uni<Made>> work(Duration time) {
        return () -> {
            runs.incrementAndGet();
            Uni<Made> made = Uni.createFrom().item(answer());
            return time.isZero() ? made : made.onItem().delayIt().by(time);
        };
    }

    /** Work that ends as the stage does. */
    private Supplier<Uni<Made>> work(CompletableFuture<Void> end) {
        return () -> {
            runs.incrementAndGet();
            return Uni.createFrom().completionStage(end).map(_ -> answer());
        };
    }

    private Made answer() {
        return new Made(Answers.answer(key, begin), true);
    }

    /** What is kept reaches Redis shortly after the answer was given. */
    private Serving awaitSource(ResultCache cache, Source wanted) {
        await(() ->
                client.sendAndAwait(Request.cmd(Command.STRLEN).arg(key.text())).toInteger() > 10);
        Serving serving = ask(cache, work(Duration.ZERO));
        assertThat(serving.source()).isEqualTo(wanted);
        return serving;
    }

    private double garbage() {
        return meters.get("cache_redis_faults")
                .tag("fault", "garbage")
                .counter()
                .count();
    }

    private static void await(Supplier<Boolean> condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.get()) {
            assertThat(Instant.now()).isBefore(end);
        }
    }
}
