package io.plumbline.query.cache.redis;

import io.plumbline.query.cache.kept.CacheConfig;
import io.plumbline.query.context.CallerContext;
import io.quarkus.redis.client.RedisClientName;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.redis.client.impl.types.ErrorType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Commands to a Redis that may be away: each is waited for only shortly, and after several failures none is sent until a
 * probe off the requests' path is answered.
 */
@ApplicationScoped
public class RedisLink {
    private static final Logger LOG = Logger.getLogger(RedisLink.class);
    private static final Duration PROBE_EVERY = Duration.ofMillis(500);

    private final Redis redis;
    private final Duration timeout;
    private final RedisMeter meter;
    private final Breaker breaker = new Breaker();

    RedisLink(@RedisClientName("cache") Redis redis, CacheConfig config, RedisMeter meter) {
        this.redis = redis;
        this.timeout = config.redisTimeout();
        this.meter = meter;
    }

    /** What became of the command, on the caller's context. Never fails. */
    Uni<Reply> send(Request command) {
        return Uni.createFrom().deferred(() -> {
            if (breaker.isOpen()) {
                meter.count(RedisFault.SKIPPED);
                return Uni.createFrom().item(new Reply.Away());
            }
            return CallerContext.resume(exchange(command));
        });
    }

    private Uni<Reply> exchange(Request command) {
        return redis.send(command)
                .ifNoItem()
                .after(timeout)
                .fail()
                .<Reply>map(Reply.Value::new)
                .onItem()
                .invoke(breaker::succeeded)
                .onFailure()
                .recoverWithItem(this::failed);
    }

    private Reply failed(Throwable failure) {
        if (failure instanceof ErrorType error) {
            return new Reply.Refused(error.getMessage());
        }
        meter.count(RedisFault.AWAY);
        if (breaker.failed()) {
            LOG.warnf("Redis is away (%s): answers are kept in this process alone until it is back", failure);
            probe();
        }
        return new Reply.Away();
    }

    private void probe() {
        redis.send(Request.cmd(Command.PING))
                .ifNoItem()
                .after(timeout)
                .fail()
                .onFailure()
                .retry()
                .withBackOff(PROBE_EVERY, PROBE_EVERY)
                .withJitter(0)
                .indefinitely()
                .subscribe()
                .with(_ -> {
                    breaker.succeeded();
                    LOG.info("Redis is back");
                });
    }
}
