package io.plumbline.query.database;

import io.plumbline.query.audit.Audited;
import io.plumbline.query.audit.AuditedTransaction;
import io.plumbline.query.audit.Purpose;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Reads a tenant's warehouse in one transaction, with the limits of this service. */
@ApplicationScoped
public class WarehouseTransaction {
    /** No such table, column or schema, or no right on it yet: what job-service's migrations bring. */
    private static final Set<String> NOT_MIGRATED = Set.of("42P01", "42703", "3F000", "42501");

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final AuditedTransaction transaction;
    private final TenantBulkhead bulkhead;
    private final QueryConfig config;

    WarehouseTransaction(AuditedTransaction transaction, TenantBulkhead bulkhead, QueryConfig config) {
        this.transaction = transaction;
        this.bulkhead = bulkhead;
        this.config = config;
    }

    /**
     * What the work reads; a failure is a {@link ProblemException}.
     *
     * @param rows how many of them the caller gets
     */
    public <T> Uni<T> read(
            Caller caller, Purpose purpose, Function<SqlConnection, Uni<T>> work, ToLongFunction<T> rows) {
        return read(caller, purpose, config.statementTimeout(), work, rows);
    }

    /**
     * The same with a limit of its own.
     *
     * @param limit of one statement
     */
    public <T> Uni<T> read(
            Caller caller,
            Purpose purpose,
            Duration limit,
            Function<SqlConnection, Uni<T>> work,
            ToLongFunction<T> rows) {
        return explain(bulkhead.admit(caller.tenant(), () -> transaction.read(caller, purpose, limit, work, rows)));
    }

    /** The same with its entry in the audit, whose good outcome is still to be told. */
    public <T> Uni<Audited<T>> open(
            Caller caller, Purpose purpose, Function<SqlConnection, Uni<T>> work, ToLongFunction<T> rows) {
        return explain(bulkhead.admit(
                caller.tenant(), () -> transaction.open(caller, purpose, config.statementTimeout(), work, rows)));
    }

    private static <T> Uni<T> explain(Uni<T> read) {
        return read.onFailure(WarehouseTransaction::isNotMigrated).transform(WarehouseTransaction::notMigrated);
    }

    private static boolean isNotMigrated(Throwable failure) {
        return failure instanceof ProblemException problem
                && problem.type() == CommonProblem.INTERNAL_ERROR
                && problem.getCause() instanceof PgException fault
                && NOT_MIGRATED.contains(fault.getSqlState());
    }

    private static ProblemException notMigrated(Throwable failure) {
        return new ProblemException(
                        CommonProblem.UNAVAILABLE,
                        "The warehouse is not set up yet, or not for this release: job-service does that when it starts."
                                + " Try again soon.")
                .withRetryAfter(RETRY_AFTER)
                .causedBy(failure.getCause());
    }
}
