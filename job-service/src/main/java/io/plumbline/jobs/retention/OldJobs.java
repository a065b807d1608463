package io.plumbline.jobs.retention;

import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.Tenant;
import io.plumbline.spec.tenant.TenantTransaction;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Jobs that ended long ago. They are found by the role that sees of every tenant when jobs ended and nothing else, and removed
 * in the transaction of their tenant: events, changes, keys and what is left of results go with them.
 */
@ApplicationScoped
public class OldJobs {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String COMPONENT = "job-sweeper";

    private static final String OVER = """
             finished_at <= clock_timestamp() - $1 * interval '1 millisecond'
            AND (result_expires_at IS NULL OR result_expires_at <= clock_timestamp())""";

    private static final String FIND = "SELECT tenant_id, job_id FROM jobs.analytics_jobs WHERE" + OVER + " LIMIT $2";

    private static final String REMOVE =
            "DELETE FROM jobs.analytics_jobs WHERE" + OVER + " AND tenant_id = $2 AND job_id = ANY ($3)";

    private final Pool scheduler;
    private final TenantTransaction transactions;

    OldJobs(@ReactiveDataSource("scheduler") Pool scheduler, TenantTransaction transactions) {
        this.scheduler = scheduler;
        this.transactions = transactions;
    }

    /** Some of those that ended so long ago, by tenant. */
    Uni<Map<Tenant, List<UUID>>> find(Duration age, int most) {
        return scheduler
                .preparedQuery(FIND)
                .execute(Tuple.of(millis(age), most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.groupingBy(
                                row -> Tenant.of(row.getString(0)),
                                Collectors.mapping(row -> row.getUUID(1), Collectors.toList()))));
    }

    /** Removes those of them that are still there and so old. */
    Uni<Integer> remove(Tenant tenant, List<UUID> jobs, Duration age) {
        Tuple values = Tuple.of(millis(age), tenant.slug(), jobs.toArray(UUID[]::new));
        return transactions.run(
                Caller.system(tenant, COMPONENT),
                Mode.READ_WRITE,
                TIMEOUT,
                connection -> connection.preparedQuery(REMOVE).execute(values).map(rows -> rows.rowCount()));
    }

    private static double millis(Duration time) {
        return (double) time.toMillis();
    }
}
