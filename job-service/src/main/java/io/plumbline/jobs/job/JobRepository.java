package io.plumbline.jobs.job;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.FieldError;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.Tenant;
import io.plumbline.spec.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Reads jobs, and takes the wish to end one. Another tenant's job is not there. */
@ApplicationScoped
public class JobRepository {
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final String ONE =
            "SELECT " + JobRows.COLUMNS + " FROM jobs.analytics_jobs WHERE tenant_id = $1 AND job_id = $2";

    private static final String HISTORY = """
            SELECT from_state, to_state, cause, attempt, at FROM jobs.job_transitions
            WHERE tenant_id = $1 AND job_id = $2 ORDER BY seq""";

    private static final String KNOWN = "SELECT FROM jobs.analytics_jobs WHERE tenant_id = $1 AND job_id = $2";

    private static final String LIST = "SELECT " + JobRows.COLUMNS + """
             FROM jobs.analytics_jobs
            WHERE tenant_id = $1 AND ($2::text IS NULL OR state = $2::text)
                AND ($3::uuid IS NULL OR (submitted_at, job_id) < (
                    SELECT a.submitted_at, a.job_id FROM jobs.analytics_jobs a WHERE a.tenant_id = $1 AND a.job_id = $3::uuid))
            ORDER BY submitted_at DESC, job_id DESC LIMIT $4""";

    // One statement decides: what waits ends at once, what runs is told to; the row's lock orders it with a worker's
    // writes.
    private static final String CANCEL = """
            UPDATE jobs.analytics_jobs
            SET cancel_requested_at = coalesce(cancel_requested_at, clock_timestamp()),
                cancelled_by = coalesce(cancelled_by, $3),
                state = CASE state WHEN 'queued' THEN 'cancelled' ELSE state END,
                cause = CASE state WHEN 'queued' THEN 'cancelled' ELSE cause END,
                fence = fence + CASE state WHEN 'queued' THEN 1 ELSE 0 END,
                eta_ms = CASE state WHEN 'queued' THEN NULL ELSE eta_ms END
            WHERE tenant_id = $1 AND job_id = $2
                AND (state = 'queued' OR state = 'running' AND cancel_requested_at IS NULL)
            RETURNING state""";

    private final TenantTransaction transactions;
    private final JobEvents events;

    JobRepository(TenantTransaction transactions, JobEvents events) {
        this.transactions = transactions;
        this.events = events;
    }

    /** @return the job with its history; fails with 404 where the tenant has no such job */
    public Uni<Job> find(Caller caller, UUID id) {
        return transactions.run(caller, Mode.READ_ONLY, TIMEOUT, connection -> load(connection, caller.tenant(), id));
    }

    /** The same within a transaction of the tenant. */
    public Uni<Job> load(SqlConnection connection, Tenant tenant, UUID id) {
        return connection
                .preparedQuery(ONE)
                .execute(Tuple.of(tenant.slug(), id))
                .map(JobRows::jobs)
                .map(found -> {
                    if (found.isEmpty()) {
                        throw JobId.notFound();
                    }
                    return found.getFirst();
                })
                .flatMap(job -> connection
                        .preparedQuery(HISTORY)
                        .execute(Tuple.of(tenant.slug(), id))
                        .map(rows -> job.withHistory(JobRows.changes(rows))));
    }

    /**
     * The tenant's jobs, the newest first, without their histories.
     *
     * @return one more than asked for, where there are more
     */
    Uni<List<Job>> list(Caller caller, JobPage page) {
        String tenant = caller.tenant().slug();
        return transactions.run(
                caller,
                Mode.READ_ONLY,
                TIMEOUT,
                connection -> known(connection, tenant, page.after())
                        .chain(() -> connection
                                .preparedQuery(LIST)
                                .execute(Tuple.from(
                                        Arrays.asList(tenant, page.state(), page.after(), page.limit() + 1))))
                        .map(JobRows::jobs));
    }

    /**
     * Ends a job that waits, and asks for the end of one that runs; asking again changes nothing.
     *
     * @return the job as it is then; fails with 404 where the tenant has none, 409 where it has ended otherwise
     */
    public Uni<Job> cancel(Caller caller, UUID id) {
        Tenant tenant = caller.tenant();
        return transactions.run(
                caller,
                Mode.READ_WRITE,
                TIMEOUT,
                connection -> connection
                        .preparedQuery(CANCEL)
                        .execute(Tuple.of(tenant.slug(), id, caller.user()))
                        .call(changed -> changed.rowCount() == 0
                                ? Uni.createFrom().voidItem()
                                : told(
                                        connection,
                                        tenant,
                                        id,
                                        changed.iterator().next().getString(0)))
                        .chain(() -> load(connection, tenant, id))
                        .invoke(JobRepository::requireNoOtherEnd));
    }

    private Uni<Long> told(SqlConnection connection, Tenant tenant, UUID id, String state) {
        // Of one that runs: that its end is wanted.
        return events.append(
                connection, tenant, id, state.equals("cancelled") ? EventKind.CANCELLED : EventKind.PROGRESS);
    }

    private static void requireNoOtherEnd(Job job) {
        if (job.state().isFinal() && !(job.state() instanceof JobState.Cancelled)) {
            throw new ProblemException(
                    JobProblem.ALREADY_FINISHED,
                    "The job is %s; there is nothing left to cancel."
                            .formatted(job.state().column()));
        }
    }

    private static Uni<Void> known(SqlConnection connection, String tenant, UUID after) {
        return after == null
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(KNOWN)
                        .execute(Tuple.of(tenant, after))
                        .map(rows -> {
                            if (rows.size() == 0) {
                                String message = "`after` must be the id of a job: take `next` of the page before.";
                                throw new ProblemException(
                                        CommonProblem.INVALID_REQUEST,
                                        message,
                                        List.of(FieldError.of("/after", "unknown_job", message)));
                            }
                            return null;
                        });
    }
}
