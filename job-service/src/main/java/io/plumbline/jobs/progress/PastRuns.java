package io.plumbline.jobs.progress;

import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.stream.StreamSupport;

/** Looks up what past runs of a tenant let expect. */
@ApplicationScoped
public class PastRuns {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    // Runs of one attempt only: the others' times hold waits.
    private static final String LAST = """
            SELECT extract(epoch FROM finished_at - started_at)::double precision AS seconds, result_rows
            FROM jobs.analytics_jobs
            WHERE tenant_id = $1 AND shape_hash = $2 AND state = 'completed' AND attempt <= 1 AND result_rows IS NOT NULL
                AND started_at IS NOT NULL AND finished_at IS NOT NULL
            ORDER BY finished_at DESC LIMIT 20""";

    private final TenantTransaction transactions;

    PastRuns(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    /** From the tenant's last 20 completed runs of the shape. Where they can't be read, nothing is expected. */
    public Uni<Expectation> of(Caller caller, String shapeHash) {
        return transactions
                .run(caller, Mode.READ_ONLY, TIMEOUT, connection -> of(connection, caller, shapeHash))
                .onFailure()
                .recoverWithItem(Expectation.none());
    }

    /** The same within a transaction of the tenant that is open. */
    public Uni<Expectation> of(SqlConnection connection, Caller caller, String shapeHash) {
        return connection
                .preparedQuery(LAST)
                .execute(Tuple.of(caller.tenant().slug(), shapeHash))
                .map(rows -> new Expectation(StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new PastRun(
                                Duration.ofNanos(Math.round(row.getDouble("seconds") * 1e9)),
                                row.getLong("result_rows")))
                        .toList()));
    }
}
