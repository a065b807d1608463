package io.plumbline.spec.limit;

import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Whether Redis decides at present. Its first failure takes it off the requests' path, so that an absent one costs them
 * nothing; a probe beside them finds out when it is back.
 */
@Singleton
final class RedisPresence {
    private static final Logger LOG = Logger.getLogger(RedisPresence.class);
    private static final long PROBE_MILLIS = 250;

    private final RedisLimiter redis;
    private final Vertx vertx;
    private final AtomicBoolean present = new AtomicBoolean(true);

    RedisPresence(RedisLimiter redis, Vertx vertx) {
        this.redis = redis;
        this.vertx = vertx;
    }

    boolean isPresent() {
        return present.get();
    }

    /** Redis did not decide. */
    void lost(Throwable reason) {
        if (present.compareAndSet(true, false)) {
            LOG.warnf("Redis does not decide on rate limits, so this process does, with lower ones (%s)", reason);
            probeLater();
        }
    }

    private void probeLater() {
        vertx.setTimer(PROBE_MILLIS, _ -> redis.probe().subscribe().with(_ -> found(), _ -> probeLater()));
    }

    private void found() {
        present.set(true);
        LOG.info("Redis decides on rate limits again");
    }
}
