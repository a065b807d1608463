package io.plumbline.query.audit;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.TenantTransaction;
import io.plumbline.spec.trace.Steps;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Runs statements for a caller, none without an entry in the audit: the entry is committed on the same connection right
 * before the transaction, which fails where it finds none. All of it is sent at once, so that it costs no round trip.
 */
@ApplicationScoped
public class AuditedTransaction {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final TenantTransaction transaction;
    private final AuditService audit;
    private final SlowQueries slow;
    private final AuditConfig config;

    AuditedTransaction(TenantTransaction transaction, AuditService audit, SlowQueries slow, AuditConfig config) {
        this.transaction = transaction;
        this.audit = audit;
        this.slow = slow;
        this.config = config;
    }

    /**
     * Reads, and tells the outcome.
     *
     * @param limit of one statement
     * @param rows how many of them the caller gets
     */
    public <T> Uni<T> read(
            Caller caller,
            Purpose purpose,
            Duration limit,
            Function<SqlConnection, Uni<T>> work,
            ToLongFunction<T> rows) {
        return open(caller, purpose, limit, work, rows)
                .invoke(read -> audit.conclude(
                        AuditOutcome.of(read.entry(), Outcome.OK, rows.applyAsLong(read.result()), null)))
                .map(Audited::result);
    }

    /**
     * Reads, and leaves it to the caller of this method to tell a good outcome; any other is told.
     *
     * @param limit of one statement
     * @param rows how many of them the caller gets
     */
    public <T> Uni<Audited<T>> open(
            Caller caller,
            Purpose purpose,
            Duration limit,
            Function<SqlConnection, Uni<T>> work,
            ToLongFunction<T> rows) {
        return Uni.createFrom().deferred(() -> {
            AuditEntry entry = AuditEntry.of(caller, purpose, limit.plus(config.grace()));
            AtomicBoolean sent = new AtomicBoolean();
            return Steps.time("db", () -> transact(entry, limit, sent, work))
                    .invoke(result -> slow.check(entry, Outcome.OK, rows.applyAsLong(result)))
                    .map(result -> new Audited<>(result, entry))
                    .onFailure()
                    .invoke(failure -> conclude(entry, Outcome.of(failure), sent))
                    .onCancellation()
                    .invoke(() -> conclude(entry, Outcome.CANCELLED, sent));
        });
    }

    private <T> Uni<T> transact(
            AuditEntry entry, Duration limit, AtomicBoolean sent, Function<SqlConnection, Uni<T>> work) {
        return transaction.run(
                entry.caller(),
                Mode.READ_ONLY,
                limit,
                connection -> {
                    sent.set(true);
                    return audit.enter(connection, entry).onFailure().transform(AuditedTransaction::notWritten);
                },
                connection -> require(connection, entry, work));
    }

    private <T> Uni<T> require(SqlConnection connection, AuditEntry entry, Function<SqlConnection, Uni<T>> work) {
        return Uni.combine()
                .all()
                .unis(audit.require(connection, entry), work.apply(connection))
                .with((_, result) -> result);
    }

    private static ProblemException notWritten(Throwable failure) {
        return new ProblemException(
                        CommonProblem.UNAVAILABLE,
                        "What you ask can't be written to the audit just now, so it is not run. Try again soon.")
                .withRetryAfter(RETRY_AFTER)
                .causedBy(failure);
    }

    /** What never got a connection was never asked. */
    private void conclude(AuditEntry entry, Outcome outcome, AtomicBoolean sent) {
        if (sent.get()) {
            slow.check(entry, outcome, 0);
            audit.conclude(AuditOutcome.of(entry, outcome, 0, null));
        }
    }
}
