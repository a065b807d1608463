package io.plumbline.jobs.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.spec.Json;
import io.plumbline.spec.http.Envelope;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Writes a submission: the job, what is told of it and what was answered, in one transaction. */
@ApplicationScoped
public class SubmitRepository {
    private static final Duration RETRY = Duration.ofSeconds(1);
    /** The active job may end between the look at it and the attempt to take its place. */
    private static final int ATTEMPTS = 5;

    // Waits for one that submits the same spec just now; then it is there, or not.
    private static final String INSERT = """
            INSERT INTO jobs.analytics_jobs (tenant_id, job_id, label, spec, spec_hash, shape_hash, priority, submitted_by, roles,
                request_id, traceparent)
            VALUES ($1, $2, $3, $4::text::jsonb, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT (tenant_id, spec_hash) WHERE state IN ('queued', 'running') AND cancel_requested_at IS NULL DO NOTHING""";

    private static final String ACTIVE = """
            SELECT job_id FROM jobs.analytics_jobs
            WHERE tenant_id = $1 AND spec_hash = $2 AND state IN ('queued', 'running') AND cancel_requested_at IS NULL""";

    private final TenantTransaction transactions;
    private final JobRepository jobs;
    private final JobEvents events;

    SubmitRepository(TenantTransaction transactions, JobRepository jobs, JobEvents events) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.events = events;
    }

    /** What was answered under the key; empty where nothing was. */
    Uni<Optional<Submitted>> replay(Caller caller, IdempotencyKey key, String bodyHash) {
        return transactions.run(
                caller,
                Mode.READ_ONLY,
                JobRepository.TIMEOUT,
                connection -> KnownAnswers.find(connection, caller, key, bodyHash));
    }

    /** Writes the job, where neither the key nor an active job of the same spec is there. */
    Uni<Submitted> submit(Caller caller, NewJob job, Optional<IdempotencyKey> key) {
        return transactions.run(
                caller,
                Mode.READ_WRITE,
                JobRepository.TIMEOUT,
                connection -> key.map(named -> once(connection, caller, job, named))
                        .orElseGet(() -> insert(connection, caller, job, ATTEMPTS)));
    }

    /** The same without a key, in a transaction that is open already. */
    Uni<Submitted> submit(SqlConnection connection, Caller caller, NewJob job) {
        return insert(connection, caller, job, ATTEMPTS);
    }

    private Uni<Submitted> once(SqlConnection connection, Caller caller, NewJob job, IdempotencyKey key) {
        String hash = job.submission().bodyHash();
        return KnownAnswers.take(connection, caller, key, hash, job.id())
                .flatMap(taken -> taken
                        ? insert(connection, caller, job, ATTEMPTS)
                                .call(answered -> KnownAnswers.keep(connection, caller, key, answered))
                        : KnownAnswers.find(connection, caller, key, hash)
                                .map(found -> found.orElseThrow(SubmitRepository::busy)));
    }

    private Uni<Submitted> insert(SqlConnection connection, Caller caller, NewJob job, int attempts) {
        if (attempts == 0) {
            return Uni.createFrom().failure(SubmitRepository::busy);
        }
        return connection
                .preparedQuery(INSERT)
                .execute(values(caller, job))
                .flatMap(inserted -> inserted.rowCount() == 1
                        ? events.append(connection, caller.tenant(), job.id(), EventKind.QUEUED)
                                .chain(() -> answer(connection, caller, job.id(), Submitted.NEW))
                        : active(connection, caller, job)
                                .flatMap(found -> found.map(id -> answer(connection, caller, id, Submitted.KNOWN))
                                        .orElseGet(() -> insert(connection, caller, job, attempts - 1))));
    }

    private static Uni<Optional<UUID>> active(SqlConnection connection, Caller caller, NewJob job) {
        return connection
                .preparedQuery(ACTIVE)
                .execute(Tuple.of(caller.tenant().slug(), job.checked().specHash()))
                .map(rows -> JobRows.stream(rows).map(row -> row.getUUID(0)).findFirst());
    }

    private Uni<Submitted> answer(SqlConnection connection, Caller caller, UUID id, int status) {
        return jobs.load(connection, caller.tenant(), id)
                .map(job -> new Submitted(id, status, json(JobView.of(job, status == Submitted.KNOWN)), false));
    }

    private static Tuple values(Caller caller, NewJob job) {
        return Tuple.from(Arrays.asList(
                caller.tenant().slug(),
                job.id(),
                job.submission().label(),
                job.submission().spec().toString(),
                job.checked().specHash(),
                job.checked().shapeHash(),
                job.priority().column(),
                caller.user(),
                caller.roles().stream().sorted().toArray(String[]::new),
                job.origin().requestId(),
                job.origin().traceparent()));
    }

    private static String json(JobView view) {
        try {
            return Json.mapper().writeValueAsString(Envelope.of(view));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a job can't be written", e);
        }
    }

    private static ProblemException busy() {
        return new ProblemException(
                        CommonProblem.OVERLOADED, "The same is being submitted and ended over and over. Try again.")
                .withRetryAfter(RETRY);
    }
}
