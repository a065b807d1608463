package io.plumbline.jobs.job;

import io.plumbline.spec.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells of a job's change, in the transaction of the change: the log of watchers, and what Kafka is to be told. */
@ApplicationScoped
public class JobEvents {
    // The update locks the row until the end of the transaction, so that numbers have no gap and no two are alike.
    private static final String APPEND = """
            WITH told AS (
                UPDATE jobs.analytics_jobs SET event_seq = event_seq + 1 WHERE tenant_id = $1 AND job_id = $2
                RETURNING event_seq, priority, jsonb_strip_nulls(jsonb_build_object('request-id', request_id, 'traceparent',
                        traceparent)) AS headers,
                    jsonb_strip_nulls(jsonb_build_object('state', state, 'progress', progress, 'stage', stage, 'rows',
                        rows_so_far, 'eta_ms', eta_ms, 'attempt', attempt, 'cancel_requested',
                        CASE WHEN state = 'running' AND cancel_requested_at IS NOT NULL THEN true END, 'error',
                        CASE WHEN error_code IS NOT NULL THEN
                            jsonb_build_object('code', error_code, 'detail', error) END)) AS data
            ), logged AS (
                INSERT INTO jobs.job_events (tenant_id, job_id, seq, kind, data)
                SELECT $1, $2, event_seq, $3, data FROM told
                RETURNING seq, at
            ), queued AS (
                INSERT INTO jobs.outbox (tenant_id, event_id, topic, record_key, seq, payload, headers)
                SELECT $1, gen_random_uuid(), 'analytics.jobs.progress', $1 || ':' || $2::text, seq, jsonb_build_object(
                    'schema', 1, 'tenant_id', $1::text, 'job_id', $2::text, 'seq', seq, 'kind', $3::text, 'at', at) || data, headers
                FROM told, logged
                UNION ALL
                SELECT $1, gen_random_uuid(), 'analytics.jobs.' || priority, $1 || ':' || $2::text, event_seq,
                    jsonb_build_object('schema', 1, 'tenant_id', $1::text, 'job_id', $2::text), headers
                FROM told WHERE $4
            )
            SELECT event_seq FROM told""";

    /**
     * Appends an event that tells the row as it is now; call it behind the change, in the same transaction.
     *
     * @param connection in a transaction of the tenant
     * @return the event's number: 1 more than that of the job's event before
     */
    public Uni<Long> append(SqlConnection connection, Tenant tenant, UUID job, EventKind kind) {
        return connection
                .preparedQuery(APPEND)
                .execute(Tuple.of(tenant.slug(), job, kind.column(), kind.rings()))
                .map(rows -> {
                    if (rows.rowCount() == 0) {
                        throw new IllegalStateException("an event of a job that is not there");
                    }
                    return rows.iterator().next().getLong(0);
                });
    }
}
