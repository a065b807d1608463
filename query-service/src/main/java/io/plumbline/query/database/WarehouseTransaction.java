package io.plumbline.query.database;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

/** Reads a tenant's warehouse in one transaction, with the limits of this service. */
@ApplicationScoped
public class WarehouseTransaction {
    /** No such table, column or schema, or no right on it yet: what job-service's migrations bring. */
    private static final Set<String> NOT_MIGRATED = Set.of("42P01", "42703", "3F000", "42501");

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final TenantTransaction transaction;
    private final QueryConfig config;

    WarehouseTransaction(TenantTransaction transaction, QueryConfig config) {
        this.transaction = transaction;
        this.config = config;
    }

    /** What the work reads; a failure is a {@link ProblemException}. */
    public <T> Uni<T> read(Caller caller, Function<SqlConnection, Uni<T>> work) {
        return transaction
                .run(caller, Mode.READ_ONLY, config.statementTimeout(), work)
                .onFailure(WarehouseTransaction::isNotMigrated)
                .transform(WarehouseTransaction::notMigrated);
    }

    private static boolean isNotMigrated(Throwable failure) {
        return failure.getCause() instanceof PgException fault && NOT_MIGRATED.contains(fault.getSqlState());
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
