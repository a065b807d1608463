package io.plumbline.spec.limit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Tenant;
import io.vertx.core.net.NetClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The limiter of one process, with the connection settings of a service. */
final class Limiting implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Vertx vertx = Vertx.vertx();
    private final Redis redis;
    final RedisLimiter inRedis;
    final RedisPresence presence;
    final RateLimiter limiter;

    private Limiting(String url, LimitConfig config, RedisClientType type) {
        redis = Redis.createClient(
                vertx,
                new RedisOptions()
                        .setConnectionString(url)
                        .setMaxPoolSize(8)
                        .setMaxPoolWaiting(2_000)
                        .setNetClientOptions(new NetClientOptions()
                                .setConnectTimeout((int) PATIENCE.toMillis())
                                .setIdleTimeout(10)));
        inRedis = new RedisLimiter(redis, PATIENCE, config, type);
        presence = new RedisPresence(inRedis, vertx.getDelegate());
        limiter = new RateLimiter(new Meters(config), inRedis, presence, new LocalLimiter(), new SimpleMeterRegistry());
    }

    static Limiting on(String url, LimitConfig config) {
        return new Limiting(url, config, RedisClientType.STANDALONE);
    }

    /** The same, with the calls that another kind of Redis needs. */
    static Limiting as(RedisClientType type, String url, LimitConfig config) {
        return new Limiting(url, config, type);
    }

    /** Limits of so many requests a minute; of as many at once. */
    static LimitConfig perMinute(int user, int tenant, int global) {
        return new Settings(new Both(user, user), new Both(tenant, tenant), () -> global);
    }

    static Caller caller(String tenant, String user) {
        return new Caller(Tenant.of(tenant), user, Set.of());
    }

    Verdict decide(String tenant, String user) {
        return limiter.decide(caller(tenant, user), false).await().atMost(Duration.ofSeconds(5));
    }

    Response send(Command command, String... arguments) {
        Request request = Request.cmd(command);
        for (String argument : arguments) {
            request.arg(argument);
        }
        return redis.sendAndAwait(request);
    }

    @Override
    public void close() {
        redis.close();
        vertx.closeAndAwait();
    }

    private record Both(int perSecond, int perMinute) implements LimitConfig.Allowance {}

    /** Of a process that has served before. */
    private enum Warm implements LimitConfig.WarmUp {
        ALREADY;

        @Override
        public Duration length() {
            return Duration.ZERO;
        }

        @Override
        public Duration patience() {
            return PATIENCE;
        }
    }

    private record Settings(Allowance user, Allowance tenant, Everybody global) implements LimitConfig {
        @Override
        public WarmUp warmUp() {
            return Warm.ALREADY;
        }

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public Optional<String> admissionKey() {
            return Optional.empty();
        }
    }
}
