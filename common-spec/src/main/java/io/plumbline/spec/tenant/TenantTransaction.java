package io.plumbline.spec.tenant;

import io.plumbline.spec.database.DatabaseFaults;
import io.plumbline.spec.http.LogContext;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;

/**
 * The only way to a tenant's rows: one transaction that first sets the tenant for row level security, then works.
 * Settings end with the transaction, so a pooled connection carries nothing over to the next caller.
 */
@Singleton
public final class TenantTransaction {
    /** On top of the statement's own limit, for a database that no longer answers at all. */
    private static final Duration GRACE = Duration.ofSeconds(4);

    private static final String SETTINGS = """
            SELECT set_config('app.tenant_id', $1, true), set_config('app.user_id', $2, true), \
            set_config('application_name', $3, true), set_config('statement_timeout', $4, true)""";
    private static final String READ_ONLY_SETTINGS = SETTINGS + ", set_config('transaction_read_only', 'on', true)";

    private final Pool pool;
    private final PoolMeter meter;
    private final CancelRequests cancels;

    TenantTransaction(Pool pool, PoolMeter meter, CancelRequests cancels) {
        this.pool = pool;
        this.meter = meter;
        this.cancels = cancels;
    }

    /**
     * Runs work in a transaction that sees only the caller's tenant; commits when it ends well, else rolls back. When
     * the answer is no longer wanted (client gone, time-out), the running statement is cancelled in the database.
     *
     * @param statementTimeout the most that one statement may take in the database
     * @param work uses the connection for statements only, with fully qualified names and bound values
     * @return the work's item; a failure of the database is a {@link io.plumbline.spec.problem.ProblemException}
     */
    public <T> Uni<T> run(Caller caller, Mode mode, Duration statementTimeout, Function<SqlConnection, Uni<T>> work) {
        return run(caller, mode, statementTimeout, _ -> Uni.createFrom().voidItem(), work);
    }

    /**
     * The same after a statement of its own, which is committed before the transaction begins, whatever becomes of that.
     *
     * @param before sends one statement that sets its tenant itself. The transaction is sent right behind it without
     *     waiting for its end: where it must not run without it, its work begins with a statement that checks that.
     */
    public <T> Uni<T> run(
            Caller caller,
            Mode mode,
            Duration statementTimeout,
            Function<SqlConnection, Uni<Void>> before,
            Function<SqlConnection, Uni<T>> work) {
        Tuple settings = Tuple.of(
                caller.tenant().slug(),
                caller.user(),
                Objects.requireNonNullElse(LogContext.requestId(), caller.user()),
                Long.toString(statementTimeout.toMillis()));
        String statement = mode == Mode.READ_ONLY ? READ_ONLY_SETTINGS : SETTINGS;
        // All are sent at once: what comes before the work costs no round trip of its own. Where setting the tenant
        // fails,
        // the transaction is broken and the work's statements are refused by the database.
        return borrow(statementTimeout.plus(GRACE), connection -> {
            Uni<Void> first = before.apply(connection);
            Uni<?> set = connection.preparedQuery(statement).execute(settings);
            return transact(
                    connection,
                    first,
                    Uni.combine().all().unis(set, work.apply(connection)).with((_, result) -> result));
        });
    }

    /**
     * Runs one statement that sets its tenant itself, for row level security, and by itself is a transaction.
     *
     * @param timeout the most that it may take; after that it is cancelled in the database
     * @param statement sends it
     * @return its item; a failure of the database is a {@link io.plumbline.spec.problem.ProblemException}
     */
    public <T> Uni<T> call(Duration timeout, Function<SqlConnection, Uni<T>> statement) {
        return borrow(timeout, statement);
    }

    private <T> Uni<T> borrow(Duration patience, Function<SqlConnection, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            var running = new RunningWork(meter, cancels);
            return pool.withConnection(connection -> running.start(connection, () -> work.apply(connection)))
                    .onCancellation()
                    .invoke(running::cancel)
                    .ifNoItem()
                    .after(patience)
                    .fail()
                    .onFailure()
                    .transform(failure -> running.started()
                            ? DatabaseFaults.toProblem(failure)
                            : DatabaseFaults.withoutConnection(failure))
                    .onFailure()
                    .invoke(failure -> running.leave(isRefusal(failure)));
        });
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == CommonProblem.OVERLOADED;
    }

    private static <T> Uni<T> transact(SqlConnection connection, Uni<Void> before, Uni<T> statements) {
        Uni<Transaction> transaction = connection.begin().memoize().indefinitely();
        return Uni.combine()
                .all()
                .unis(before, transaction, statements)
                .with((_, _, result) -> result)
                .onFailure()
                .call(() ->
                        transaction.flatMap(Transaction::rollback).onFailure().recoverWithNull())
                .call(() -> transaction.flatMap(Transaction::commit));
    }
}
