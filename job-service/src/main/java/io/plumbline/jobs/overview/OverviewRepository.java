package io.plumbline.jobs.overview;

import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Adds up a tenant's jobs. Nothing of another tenant is in it, also not in sums. */
@ApplicationScoped
public class OverviewRepository {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final String QUEUE = """
            SELECT p.priority, count(j.job_id) AS depth, count(j.job_id) FILTER (WHERE j.attempt > 0) AS retrying,
                coalesce(extract(epoch FROM clock_timestamp() - min(j.submitted_at)), 0)::double precision AS oldest
            FROM (VALUES ('high'), ('low')) p (priority)
            LEFT JOIN jobs.analytics_jobs j ON j.tenant_id = $1 AND j.state = 'queued' AND j.priority = p.priority
            GROUP BY p.priority ORDER BY p.priority""";
    private static final String BUSY =
            "SELECT count(*) FROM jobs.analytics_jobs WHERE tenant_id = $1 AND state = 'running'";
    private static final String LAST_HOUR = """
            SELECT count(*) FILTER (WHERE submitted_at > since) AS submitted,
                count(*) FILTER (WHERE state = 'completed' AND finished_at > since) AS completed,
                count(*) FILTER (WHERE state = 'failed' AND finished_at > since) AS failed,
                count(*) FILTER (WHERE state = 'cancelled' AND finished_at > since) AS cancelled,
                count(*) FILTER (WHERE attempt > 1 AND finished_at > since) AS retried,
                percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY extract(epoch FROM started_at - submitted_at))
                    FILTER (WHERE started_at > since) AS waits,
                percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY extract(epoch FROM finished_at - started_at))
                    FILTER (WHERE state = 'completed' AND finished_at > since) AS runs
            FROM jobs.analytics_jobs, (SELECT clock_timestamp() - interval '1 hour' AS since) hour
            WHERE tenant_id = $1""";
    private static final String FAILURES = """
            SELECT coalesce(error_code, 'unknown') AS code, count(*) AS count, max(finished_at) AS last_at,
                (array_agg(error ORDER BY finished_at DESC))[1] AS detail,
                (array_agg(job_id ORDER BY finished_at DESC))[1] AS last_job
            FROM jobs.analytics_jobs
            WHERE tenant_id = $1 AND state = 'failed' AND finished_at > clock_timestamp() - interval '1 day'
            GROUP BY 1 ORDER BY 2 DESC, 3 DESC LIMIT 20""";

    private final TenantTransaction transactions;
    private final int slots;

    OverviewRepository(
            TenantTransaction transactions,
            @ConfigProperty(name = "plumbline.jobs.workers", defaultValue = "4") int slots) {
        this.transactions = transactions;
        this.slots = slots;
    }

    Uni<Overview> load(Caller caller) {
        Tuple tenant = Tuple.of(caller.tenant().slug());
        return transactions.run(
                caller,
                Mode.READ_ONLY,
                TIMEOUT,
                connection -> rows(connection, QUEUE, tenant, OverviewRepository::queue)
                        .flatMap(queue -> rows(connection, BUSY, tenant, row -> row.getLong(0))
                                .flatMap(busy -> rows(connection, LAST_HOUR, tenant, OverviewRepository::lastHour)
                                        .flatMap(hour -> rows(connection, FAILURES, tenant, OverviewRepository::failure)
                                                .map(failures -> new Overview(
                                                        queue,
                                                        new Overview.Workers(busy.getFirst(), slots),
                                                        hour.getFirst(),
                                                        failures))))));
    }

    private static <T> Uni<List<T>> rows(SqlConnection connection, String sql, Tuple values, Function<Row, T> reading) {
        return connection.preparedQuery(sql).execute(values).map(rows -> read(rows, reading));
    }

    private static <T> List<T> read(RowSet<Row> rows, Function<Row, T> reading) {
        return StreamSupport.stream(rows.spliterator(), false).map(reading).toList();
    }

    private static Overview.Queue queue(Row row) {
        return new Overview.Queue(
                row.getString("priority"), row.getLong("depth"), row.getLong("retrying"), row.getDouble("oldest"));
    }

    private static Overview.LastHour lastHour(Row row) {
        return new Overview.LastHour(
                row.getLong("submitted"),
                row.getLong("completed"),
                row.getLong("failed"),
                row.getLong("cancelled"),
                row.getLong("retried"),
                spread(row.getArrayOfDoubles("waits")),
                spread(row.getArrayOfDoubles("runs")));
    }

    private static Overview.Spread spread(Double[] values) {
        return values == null ? new Overview.Spread(null, null) : new Overview.Spread(values[0], values[1]);
    }

    private static Overview.Failure failure(Row row) {
        return new Overview.Failure(
                row.getString("code"),
                row.getString("detail"),
                row.getLong("count"),
                row.getOffsetDateTime("last_at").toInstant(),
                row.getUUID("last_job"));
    }
}
