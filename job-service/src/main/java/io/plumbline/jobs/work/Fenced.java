package io.plumbline.jobs.work;

import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.Tenant;
import io.plumbline.spec.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Short transactions of one tenant by a worker, and the words that its statements share. */
@ApplicationScoped
public class Fenced {
    /** Whoever lost the job changes nothing: the first three values are its tenant, its id and the fence of the claim. */
    static final String HELD = " WHERE tenant_id = $1 AND job_id = $2 AND fence = $3 AND state = 'running'";
    /** What every end of a lease sets. */
    static final String LEFT = " fence = fence + 1, leased_by = NULL, lease_until = NULL, eta_ms = NULL";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String COMPONENT = "job-worker";

    private final TenantTransaction transactions;

    Fenced(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    <T> Uni<T> write(Tenant tenant, Function<SqlConnection, Uni<T>> work) {
        return transactions.run(Caller.system(tenant, COMPONENT), Mode.READ_WRITE, TIMEOUT, work);
    }

    <T> Uni<T> read(Tenant tenant, Function<SqlConnection, Uni<T>> work) {
        return transactions.run(Caller.system(tenant, COMPONENT), Mode.READ_ONLY, TIMEOUT, work);
    }

    /** The values of a statement that ends in {@link #HELD}. */
    static Tuple held(Claim claim, Object... further) {
        List<Object> values = new ArrayList<>(List.of(claim.caller().tenant().slug(), claim.job(), claim.fence()));
        for (Object value : further) {
            values.add(value);
        }
        return Tuple.from(values);
    }

    /** For {@code $n * interval '1 millisecond'}. */
    static double millis(Duration time) {
        return (double) time.toMillis();
    }
}
