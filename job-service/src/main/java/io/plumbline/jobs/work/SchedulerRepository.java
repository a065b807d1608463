package io.plumbline.jobs.work;

import io.plumbline.spec.tenant.Tenant;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Looks across tenants for what is due, by the role that sees when jobs are due and nothing of what they ask. It only looks:
 * what follows is done in the transaction of the one tenant.
 */
@ApplicationScoped
public class SchedulerRepository {
    /** Of one tenant and priority: more than a process takes before it looks again. */
    private static final int OF_EACH = 16;

    private static final int BATCH = 100;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final String WAITING = """
            SELECT tenant_id, job_id, priority, submitted_at FROM (
                SELECT tenant_id, job_id, priority, submitted_at,
                    row_number() OVER (PARTITION BY tenant_id, priority ORDER BY submitted_at, job_id) AS place
                FROM jobs.analytics_jobs
                WHERE state = 'queued' AND run_after <= clock_timestamp() AND cancel_requested_at IS NULL) waiting
            WHERE place <= $1""";

    private static final String RUNNING =
            "SELECT tenant_id, count(*)::integer FROM jobs.analytics_jobs WHERE state = 'running' GROUP BY tenant_id";

    // A lease further ahead than any can be is of a clock that was set back since.
    private static final String EXPIRED = """
            SELECT tenant_id, job_id, fence FROM jobs.analytics_jobs
            WHERE state = 'running' AND (lease_until < clock_timestamp()
                OR lease_until > clock_timestamp() + $1 * interval '2 milliseconds')
            LIMIT $2""";

    private final Pool scheduler;

    SchedulerRepository(@ReactiveDataSource("scheduler") Pool scheduler) {
        this.scheduler = scheduler;
    }

    /** A running job whose lease is over. */
    record Expired(Tenant tenant, UUID job, long fence) {}

    /** The oldest jobs that wait, of each tenant and priority. */
    Uni<List<Candidate>> waiting() {
        return all(WAITING, Tuple.of(OF_EACH))
                .map(rows -> stream(rows)
                        .map(row -> new Candidate(
                                Tenant.of(row.getString(0)),
                                row.getUUID(1),
                                row.getString(2).equals("high"),
                                row.getOffsetDateTime(3).toInstant()))
                        .toList());
    }

    /** How many jobs of each tenant run now. */
    Uni<Map<Tenant, Integer>> running() {
        return all(RUNNING, Tuple.tuple())
                .map(rows -> stream(rows)
                        .collect(Collectors.toMap(row -> Tenant.of(row.getString(0)), row -> row.getInteger(1))));
    }

    /** Jobs whose worker has given no sign of life. */
    Uni<List<Expired>> expired(Duration lease) {
        return all(EXPIRED, Tuple.of((double) lease.toMillis(), BATCH))
                .map(rows -> stream(rows)
                        .map(row -> new Expired(Tenant.of(row.getString(0)), row.getUUID(1), row.getLong(2)))
                        .toList());
    }

    private Uni<RowSet<Row>> all(String statement, Tuple values) {
        return scheduler
                .preparedQuery(statement)
                .execute(values)
                .ifNoItem()
                .after(TIMEOUT)
                .fail();
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
