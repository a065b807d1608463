package io.plumbline.spec.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/**
 * Bounds how long and how many callers wait for a connection, and what a connection keeps prepared; the framework's
 * configuration has no key for either.
 */
@Singleton
final class PoolLimits implements PgPoolCreator {
    /**
     * The most statements that a connection keeps; the least recently used leave first. In the server, one of the compiler
     * takes 100 to 500 KB, the longest that is kept 1.2 MB: 40 MB a connection at worst.
     */
    static final int PREPARED_STATEMENTS = 32;
    /** The longest statement that is kept. Longer ones are parsed each time; the driver's own limit is 2,048. */
    static final int PREPARED_CHARACTERS = 16_384;

    private static final int WAIT_SECONDS = 2;
    private static final int WAITING_CALLERS = 200;

    @Override
    public Pool create(Input input) {
        PoolOptions options = input.poolOptions()
                .setConnectionTimeout(WAIT_SECONDS)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS)
                .setMaxWaitQueueSize(WAITING_CALLERS);
        return PgBuilder.pool()
                .with(options)
                .connectingTo(input.pgConnectOptionsList().stream()
                        .map(PoolLimits::limitPrepared)
                        .toList())
                .using(input.vertx())
                .build();
    }

    private static SqlConnectOptions limitPrepared(PgConnectOptions options) {
        return options.setPreparedStatementCacheMaxSize(PREPARED_STATEMENTS)
                .setPreparedStatementCacheSqlLimit(PREPARED_CHARACTERS);
    }
}
