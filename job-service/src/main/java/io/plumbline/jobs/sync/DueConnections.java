package io.plumbline.jobs.sync;

import io.plumbline.spec.tenant.Tenant;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Which connections of any tenant are due and free, by the role that sees nothing else of them. */
@ApplicationScoped
class DueConnections {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST = 50;

    private static final String DUE = """
            SELECT tenant_id, connection_id FROM jobs.connections
            WHERE next_sync_at <= clock_timestamp()
              AND (lease_until IS NULL OR lease_until <= clock_timestamp()
                OR lease_until > clock_timestamp() + $1 * interval '1 ms')
            ORDER BY next_sync_at LIMIT $2""";

    private final Pool pool;

    DueConnections(@ReactiveDataSource("scheduler") Pool pool) {
        this.pool = pool;
    }

    /** A connection that somebody should sync. */
    record Due(Tenant tenant, UUID connection) {}

    List<Due> find(Duration lease) {
        return pool.preparedQuery(DUE)
                .execute(Tuple.of((double) (2 * lease.toMillis()), MOST))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Due(new Tenant(row.getString(0)), row.getUUID(1)))
                        .toList())
                .await()
                .atMost(PATIENCE);
    }
}
