package io.plumbline.jobs.job;

import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;

/** What was answered under an Idempotency-Key within the last day. Within a transaction of the tenant. */
final class KnownAnswers {
    private static final String FIND = """
            SELECT body_hash, job_id, status, answer FROM jobs.idempotency_keys
            WHERE tenant_id = $1 AND user_id = $2 AND key = $3 AND created_at > clock_timestamp() - interval '24 hours'""";

    private static final String SWEEP = """
            DELETE FROM jobs.idempotency_keys
            WHERE tenant_id = $1 AND created_at <= clock_timestamp() - interval '24 hours'""";

    // Where the key is being used just now, this waits for the end of that transaction.
    private static final String TAKE = """
            INSERT INTO jobs.idempotency_keys (tenant_id, user_id, key, body_hash, job_id, status, answer)
            VALUES ($1, $2, $3, $4, $5, 0, '') ON CONFLICT DO NOTHING""";

    private static final String KEEP = """
            UPDATE jobs.idempotency_keys SET job_id = $4, status = $5, answer = $6
            WHERE tenant_id = $1 AND user_id = $2 AND key = $3""";

    private KnownAnswers() {}

    /** @return fails with 422 where the key was used for another body */
    static Uni<Optional<Submitted>> find(SqlConnection connection, Caller caller, IdempotencyKey key, String bodyHash) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(caller.tenant().slug(), caller.user(), key.text()))
                .map(rows -> JobRows.stream(rows).findFirst().map(row -> same(row, bodyHash)));
    }

    /** @return whether the key was free and is this transaction's now */
    static Uni<Boolean> take(SqlConnection connection, Caller caller, IdempotencyKey key, String bodyHash, UUID job) {
        return connection
                .preparedQuery(SWEEP)
                .execute(Tuple.of(caller.tenant().slug()))
                .chain(() -> connection
                        .preparedQuery(TAKE)
                        .execute(Tuple.of(caller.tenant().slug(), caller.user(), key.text(), bodyHash, job)))
                .map(taken -> taken.rowCount() == 1);
    }

    static Uni<Void> keep(SqlConnection connection, Caller caller, IdempotencyKey key, Submitted answered) {
        return connection
                .preparedQuery(KEEP)
                .execute(Tuple.of(
                        caller.tenant().slug(),
                        caller.user(),
                        key.text(),
                        answered.job(),
                        (short) answered.status(),
                        answered.answer()))
                .replaceWithVoid();
    }

    private static Submitted same(Row row, String bodyHash) {
        if (!row.getString("body_hash").equals(bodyHash)) {
            throw new ProblemException(
                    JobProblem.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used for another body within the last day. Use a new key for a new request.");
        }
        return new Submitted(row.getUUID("job_id"), row.getInteger("status"), row.getString("answer"), true);
    }
}
