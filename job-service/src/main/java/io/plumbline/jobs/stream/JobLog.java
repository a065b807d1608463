package io.plumbline.jobs.stream;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.Tenant;
import io.plumbline.spec.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the logs of jobs. */
@ApplicationScoped
public class JobLog {
    /** Of one look at the table and one position. */
    static final int BATCH = 100;

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String WATCHER = "job-streams";

    private static final String KNOWN =
            "SELECT event_seq, state NOT IN ('queued', 'running') AS over FROM jobs.analytics_jobs"
                    + " WHERE tenant_id = $1 AND job_id = $2";

    // One statement for all positions, so that the job's state and its events are of the same instant.
    private static final String READ = """
            SELECT p.job_id, p.after, j.state NOT IN ('queued', 'running') AS over, j.event_seq,
                jsonb_strip_nulls(jsonb_build_object('state', j.state, 'progress', j.progress, 'stage', j.stage,
                    'rows', j.rows_so_far, 'eta_ms', j.eta_ms, 'attempt', j.attempt, 'error',
                    CASE WHEN j.error_code IS NOT NULL
                        THEN jsonb_build_object('code', j.error_code, 'detail', j.error) END))::text AS present,
                e.seq, e.kind, e.data::text AS data
            FROM unnest($2::uuid[], $3::bigint[]) AS p (job_id, after)
            JOIN jobs.analytics_jobs j ON j.tenant_id = $1 AND j.job_id = p.job_id
            LEFT JOIN LATERAL (
                SELECT l.seq, l.kind, l.data FROM jobs.job_events l
                WHERE l.tenant_id = $1 AND l.job_id = p.job_id AND l.seq > p.after ORDER BY l.seq LIMIT $4) e ON true
            ORDER BY p.job_id, p.after, e.seq""";

    private final TenantTransaction transactions;

    JobLog(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    /** @param over whether the job has ended */
    record Known(long lastSeq, boolean over) {}

    /** How far a job's log goes; fails with 404 where the caller's tenant has no such job. */
    Uni<Known> find(Caller caller, UUID job) {
        return transactions.run(
                caller,
                Mode.READ_ONLY,
                TIMEOUT,
                connection -> connection
                        .preparedQuery(KNOWN)
                        .execute(Tuple.of(caller.tenant().slug(), job))
                        .map(rows -> {
                            if (rows.size() == 0) {
                                throw notFound();
                            }
                            Row row = rows.iterator().next();
                            return new Known(row.getLong("event_seq"), row.getBoolean("over"));
                        }));
    }

    /** What there is behind each position; a job that is not there any more has no entry. */
    Uni<Map<Position, News>> read(Tenant tenant, Collection<Position> positions) {
        UUID[] jobs = positions.stream().map(Position::job).toArray(UUID[]::new);
        Long[] after = positions.stream().map(Position::after).toArray(Long[]::new);
        return transactions.run(
                Caller.system(tenant, WATCHER),
                Mode.READ_ONLY,
                TIMEOUT,
                connection -> connection
                        .preparedQuery(READ)
                        .execute(Tuple.of(tenant.slug(), jobs, after, BATCH))
                        .map(JobLog::news));
    }

    static ProblemException notFound() {
        return new ProblemException(
                CommonProblem.NOT_FOUND, "There is no such job. GET /analytics/jobs lists those that there are.");
    }

    private static Map<Position, News> news(Iterable<Row> rows) {
        Map<Position, List<LogEvent>> events = new HashMap<>();
        Map<Position, News> news = new HashMap<>();
        for (Row row : rows) {
            Position position = new Position(row.getUUID("job_id"), row.getLong("after"));
            List<LogEvent> found = events.computeIfAbsent(position, _ -> new ArrayList<>());
            if (row.getLong("seq") != null) {
                found.add(new LogEvent(row.getLong("seq"), row.getString("kind"), row.getString("data")));
            }
            news.put(
                    position,
                    new News(row.getBoolean("over"), row.getLong("event_seq"), row.getString("present"), List.of()));
        }
        news.replaceAll((position, one) -> new News(one.over(), one.lastSeq(), one.present(), events.get(position)));
        return news;
    }
}
