package io.plumbline.query.cache;

import io.plumbline.query.cache.kept.AnswerKey;
import io.plumbline.query.cache.kept.CacheConfig;
import io.plumbline.query.cache.kept.KeptAnswer;
import io.plumbline.query.cache.kept.Question;
import io.plumbline.query.cache.redis.Lease;
import io.plumbline.query.cache.redis.Lookup;
import io.plumbline.query.cache.redis.RedisAnswers;
import io.plumbline.query.context.CallerContext;
import io.plumbline.query.freshness.DataVersionService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Gives an answer that was given before, while tenant, policy, data, definitions and spec are the same; else has it made,
 * once for all who ask for it at the time, also on other instances. Nothing that ails the cache reaches a caller.
 */
@ApplicationScoped
public class ResultCache {
    private static final Logger LOG = Logger.getLogger(ResultCache.class);
    private static final Duration POLL = Duration.ofMillis(20);

    private final MemoryAnswers memory;
    private final RedisAnswers redis;
    private final DataVersionService versions;
    private final CacheConfig config;
    private final CacheMeter meter;
    private final Flights<AnswerKey, Serving> flights = new Flights<>();
    private final Clock clock = Clock.systemUTC();

    ResultCache(
            MemoryAnswers memory,
            RedisAnswers redis,
            DataVersionService versions,
            CacheConfig config,
            CacheMeter meter) {
        this.memory = memory;
        this.redis = redis;
        this.versions = versions;
        this.config = config;
        this.meter = meter;
    }

    /**
     * An answer to the question.
     *
     * @param work makes it; on the context of this call, or of another that asks for the same
     * @return fails as the work does
     */
    public Uni<Serving> serve(Question question, CacheMode mode, Supplier<Uni<Made>> work) {
        return find(question, mode, work).invoke(serving -> meter.count(serving.source()));
    }

    /**
     * The same for nobody who waits: not counted.
     *
     * @param work makes it; fails as the work does
     */
    public Uni<Source> warm(Question question, Supplier<Uni<Made>> work) {
        return find(question, CacheMode.NORMAL, work).map(Serving::source);
    }

    /** How many answers are being made for callers who wait. */
    public int running() {
        return flights.running();
    }

    private Uni<Serving> find(Question question, CacheMode mode, Supplier<Uni<Made>> work) {
        if (mode == CacheMode.FRESH || config.ttl().isZero()) {
            return work.get().map(made -> made(made, Source.FRESH));
        }
        return version(question)
                .flatMap(version -> version.map(known -> valid(question.at(known), mode, work))
                        .orElseGet(() -> unsure(question, mode, work)));
    }

    private Uni<Optional<Long>> version(Question question) {
        return versions.current(question.tenant()).map(Optional::of).onFailure().recoverWithItem(Optional.empty());
    }

    private Uni<Serving> valid(AnswerKey key, CacheMode mode, Supplier<Uni<Made>> work) {
        Optional<Serving> kept = memory.find(key).filter(this::isValid).map(answer -> serving(answer, Source.MEMORY));
        if (kept.isPresent()) {
            return Uni.createFrom().item(kept.get());
        }
        return mode == CacheMode.STALE_OK
                ? newest(key.question())
                        .flatMap(last ->
                                last.map(answer -> last(answer, key, work)).orElseGet(() -> fetch(key, work)))
                : fetch(key, work);
    }

    /** What the data's version is can't be told just now: only one who takes a stale answer is served from the cache. */
    private Uni<Serving> unsure(Question question, CacheMode mode, Supplier<Uni<Made>> work) {
        Uni<Serving> made = Uni.createFrom().deferred(work::get).map(answer -> made(answer, Source.MISS));
        return mode == CacheMode.STALE_OK
                ? newest(question)
                        .flatMap(last -> last.map(answer ->
                                        Uni.createFrom().item(new Serving(answer, Source.STALE, Duration.ZERO)))
                                .orElse(made))
                : made;
    }

    private Uni<Optional<KeptAnswer>> newest(Question question) {
        return redis.findNewest(question).map(found -> found.or(() -> memory.findNewest(question)));
    }

    private Uni<Serving> last(KeptAnswer answer, AnswerKey key, Supplier<Uni<Made>> work) {
        if (answer.key().equals(key) && isValid(answer)) {
            memory.keep(answer);
            return Uni.createFrom().item(serving(answer, Source.REDIS));
        }
        fetch(key, work)
                .subscribe()
                .with(_ -> {}, failure -> LOG.debug("A stale answer's successor could not be made", failure));
        return Uni.createFrom().item(new Serving(answer, Source.STALE, Duration.ZERO));
    }

    private Uni<Serving> fetch(AnswerKey key, Supplier<Uni<Made>> work) {
        long deadline = System.nanoTime() + config.patience().toNanos();
        return CallerContext.resume(flights.join(key, () -> fetch(key, work, deadline)))
                .map(landed -> landed.first() || landed.result().source().isCached()
                        ? landed.result()
                        : new Serving(
                                landed.result().answer(),
                                Source.SHARED,
                                landed.result().ttl()));
    }

    private Uni<Serving> fetch(AnswerKey key, Supplier<Uni<Made>> work, long deadline) {
        return redis.findOrClaim(key).flatMap(lookup -> switch (lookup) {
            case Lookup.Found(KeptAnswer answer) -> {
                memory.keep(answer);
                yield Uni.createFrom().item(serving(answer, Source.REDIS));
            }
            case Lookup.Claimed(Lease lease) -> make(key, work, lease);
            case Lookup.Taken _
            when System.nanoTime() < deadline ->
                CallerContext.resume(
                                Uni.createFrom().voidItem().onItem().delayIt().by(POLL))
                        .flatMap(_ -> fetch(key, work, deadline));
            case Lookup.Taken _, Lookup.Unknown _ -> work.get().map(made -> made(made, Source.MISS));
        });
    }

    /** Makes the answer that other instances wait for. */
    private Uni<Serving> make(AnswerKey key, Supplier<Uni<Made>> work, Lease lease) {
        return Uni.createFrom()
                .deferred(work::get)
                .onFailure()
                .invoke(() -> release(lease))
                .onCancellation()
                .invoke(() -> release(lease))
                .map(made -> {
                    Serving serving = keep(made, Source.MISS);
                    if (!made.answer().key().equals(key)) {
                        versions.doubt(key.question().tenant());
                    }
                    share(serving).subscribe().with(_ -> release(lease));
                    return serving;
                });
    }

    private Serving made(Made made, Source source) {
        Serving serving = keep(made, source);
        share(serving).subscribe().with(_ -> {});
        return serving;
    }

    private Serving keep(Made made, Source source) {
        KeptAnswer answer = made.answer();
        if (!made.complete() || answer.size() > config.largest().asLongValue()) {
            return new Serving(answer, source, Duration.ZERO);
        }
        Serving serving = serving(answer, source);
        if (isValid(answer)) {
            memory.keep(answer);
        }
        return serving;
    }

    private Uni<Void> share(Serving serving) {
        return serving.ttl().isPositive()
                ? redis.keep(serving.answer())
                : Uni.createFrom().voidItem();
    }

    private static void release(Lease lease) {
        lease.release().subscribe().with(_ -> {});
    }

    private boolean isValid(KeptAnswer answer) {
        return answer.left(config.ttl(), Instant.now(clock)).isPositive();
    }

    private Serving serving(KeptAnswer answer, Source source) {
        Duration left = answer.left(config.ttl(), Instant.now(clock));
        return new Serving(answer, source, left.isNegative() ? Duration.ZERO : left);
    }
}
