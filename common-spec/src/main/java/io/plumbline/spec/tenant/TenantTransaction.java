package io.plumbline.spec.tenant;

import io.plumbline.spec.database.DatabaseFaults;
import io.plumbline.spec.http.LogContext;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
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

    TenantTransaction(Pool pool) {
        this.pool = pool;
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
        Tuple settings = Tuple.of(
                caller.tenant().slug(),
                caller.user(),
                Objects.requireNonNullElse(LogContext.requestId(), caller.user()),
                Long.toString(statementTimeout.toMillis()));
        String statement = mode == Mode.READ_ONLY ? READ_ONLY_SETTINGS : SETTINGS;
        return Uni.createFrom().deferred(() -> {
            var running = new RunningWork();
            return pool.withTransaction(connection -> running.start(connection, () -> {
                        // Both are sent at once: setting the tenant costs no round trip of its own. Where it fails,
                        // the transaction is broken and the work's statements are refused by the database.
                        Uni<?> set = connection.preparedQuery(statement).execute(settings);
                        return Uni.combine()
                                .all()
                                .unis(set, work.apply(connection))
                                .with((_, result) -> result);
                    }))
                    .onCancellation()
                    .invoke(running::cancel)
                    .ifNoItem()
                    .after(statementTimeout.plus(GRACE))
                    .fail()
                    .onFailure()
                    .transform(failure -> running.started()
                            ? DatabaseFaults.toProblem(failure)
                            : DatabaseFaults.unavailable(failure));
        });
    }
}
