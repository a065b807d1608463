package io.plumbline.jobs.work;

import static io.plumbline.jobs.work.Fenced.HELD;
import static io.plumbline.jobs.work.Fenced.LEFT;

import io.plumbline.jobs.job.EventKind;
import io.plumbline.jobs.job.JobEvents;
import io.plumbline.jobs.progress.Progress;
import io.plumbline.jobs.result.ResultRepository;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes jobs by a lease and keeps it alive. All times are the database's. */
@ApplicationScoped
public class LeaseRepository {
    private static final String CLAIM = """
            UPDATE jobs.analytics_jobs
            SET state = 'running', cause = 'claimed', attempt = attempt + 1, fence = fence + 1, leased_by = $3,
                lease_until = clock_timestamp() + $4 * interval '1 millisecond', stage = 'starting', rows_so_far = 0,
                error_code = NULL, error = NULL
            WHERE tenant_id = $1 AND job_id = $2 AND state = 'queued' AND run_after <= clock_timestamp()
                AND cancel_requested_at IS NULL
            RETURNING job_id, fence, attempt, max_attempts, submitted_by, roles, spec::text AS spec, shape_hash, progress,
                request_id, traceparent""";

    private static final String RENEW =
            "UPDATE jobs.analytics_jobs SET lease_until = clock_timestamp() + $4 * interval '1 millisecond'" + HELD
                    + " RETURNING cancel_requested_at IS NOT NULL";

    private static final String TELL = "UPDATE jobs.analytics_jobs SET progress = greatest(progress, $4), stage = $5,"
            + " rows_so_far = greatest(rows_so_far, $6), eta_ms = $7" + HELD;

    private static final String LOOK = "SELECT cancel_requested_at IS NOT NULL FROM jobs.analytics_jobs" + HELD;

    private static final String TAKE_OVER = """
            UPDATE jobs.analytics_jobs
            SET state = CASE WHEN cancel_requested_at IS NOT NULL THEN 'cancelled'
                    WHEN attempt >= max_attempts THEN 'failed' ELSE 'queued' END,
                cause = CASE WHEN cancel_requested_at IS NOT NULL THEN 'cancelled'
                    WHEN attempt >= max_attempts THEN 'worker_lost' ELSE 'lease_expired' END,
                error_code = CASE WHEN cancel_requested_at IS NULL AND attempt >= max_attempts THEN 'worker_lost' END,
                error = CASE WHEN cancel_requested_at IS NULL AND attempt >= max_attempts THEN $5 END,
                stage = 'queued', run_after = clock_timestamp(),""" + LEFT + HELD + """
             AND (lease_until < clock_timestamp() OR lease_until > clock_timestamp() + $4 * interval '2 milliseconds')
            RETURNING state""";

    private static final String WORKER_LOST =
            "Each process that ran it ended before it did. Ask for less, for example a shorter time or fewer groups.";

    private final Fenced fenced;
    private final JobEvents events;
    private final Duration lease;

    LeaseRepository(Fenced fenced, JobEvents events, WorkConfig config) {
        this.fenced = fenced;
        this.events = events;
        this.lease = config.lease();
    }

    /** The job with a lease; empty where it no longer waits. */
    Uni<Optional<Claim>> claim(Tenant tenant, UUID job, String worker) {
        Tuple values = Tuple.of(tenant.slug(), job, worker, Fenced.millis(lease));
        return fenced.write(
                tenant,
                connection -> connection
                        .preparedQuery(CLAIM)
                        .execute(values)
                        .flatMap(rows -> rows.rowCount() == 0
                                ? Uni.createFrom().item(Optional.<Claim>empty())
                                : events.append(connection, tenant, job, EventKind.STARTED)
                                        .replaceWith(() -> Optional.of(
                                                claim(tenant, rows.iterator().next())))));
    }

    /**
     * Begins the lease anew.
     *
     * @return whether the job's end is wanted; empty where somebody else has the job
     */
    Uni<Optional<Boolean>> renew(Claim claim) {
        return fenced.write(
                tenant(claim),
                connection -> connection
                        .preparedQuery(RENEW)
                        .execute(Fenced.held(claim, Fenced.millis(lease)))
                        .map(LeaseRepository::flag));
    }

    /** The same without a sign of life. */
    Uni<Optional<Boolean>> look(Claim claim) {
        return fenced.read(
                tenant(claim),
                connection -> connection
                        .preparedQuery(LOOK)
                        .execute(Fenced.held(claim))
                        .map(LeaseRepository::flag));
    }

    /**
     * Tells how far the job is.
     *
     * @return false where somebody else has it
     */
    Uni<Boolean> tell(Claim claim, Progress progress) {
        Tuple values =
                Fenced.held(claim, progress.fraction(), progress.stage().text(), progress.rows(), progress.etaMillis());
        return fenced.write(
                tenant(claim),
                connection -> connection
                        .preparedQuery(TELL)
                        .execute(values)
                        .flatMap(rows -> rows.rowCount() == 0
                                ? Uni.createFrom().item(false)
                                : events.append(connection, tenant(claim), claim.job(), EventKind.PROGRESS)
                                        .replaceWith(true)));
    }

    /**
     * Ends a lease that ran out: the job waits again, or has ended where its attempts are spent or its end was wanted.
     *
     * @return whether it was so; not where its worker has given a sign of life meanwhile
     */
    Uni<Boolean> takeOver(Tenant tenant, UUID job, long fence) {
        Tuple values = Tuple.of(tenant.slug(), job, fence, Fenced.millis(lease), WORKER_LOST);
        return fenced.write(
                tenant,
                connection -> connection
                        .preparedQuery(TAKE_OVER)
                        .execute(values)
                        .flatMap(rows -> rows.rowCount() == 0
                                ? Uni.createFrom().item(false)
                                : ResultRepository.dropAllBut(connection, tenant, job, -1)
                                        .chain(() -> events.append(
                                                connection,
                                                tenant,
                                                job,
                                                kind(rows.iterator().next().getString(0))))
                                        .replaceWith(true)));
    }

    /** What a watcher is told when a job comes to the state without its worker. */
    private static EventKind kind(String state) {
        return switch (state) {
            case "queued" -> EventKind.RETRYING;
            case "cancelled" -> EventKind.CANCELLED;
            default -> EventKind.FAILED;
        };
    }

    private static Tenant tenant(Claim claim) {
        return claim.caller().tenant();
    }

    private static Optional<Boolean> flag(Iterable<Row> rows) {
        var found = rows.iterator();
        return found.hasNext() ? Optional.of(found.next().getBoolean(0)) : Optional.empty();
    }

    private static Claim claim(Tenant tenant, Row row) {
        return new Claim(
                row.getUUID("job_id"),
                row.getLong("fence"),
                row.getInteger("attempt"),
                row.getInteger("max_attempts"),
                new Caller(tenant, row.getString("submitted_by"), Set.copyOf(List.of(row.getArrayOfStrings("roles")))),
                row.getString("spec"),
                row.getString("shape_hash"),
                row.getDouble("progress"),
                row.getString("request_id"),
                row.getString("traceparent"));
    }
}
