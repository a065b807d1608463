package io.plumbline.jobs.sync;

import io.agroal.api.AgroalDataSource;
import io.plumbline.jobs.secret.Sealed;
import io.plumbline.jobs.warehouse.TenantSession;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a worker writes of connections and runs. All times are the database's; each write after the claim names the fence and
 * stops the run where it is no longer its own.
 */
@ApplicationScoped
class SyncStore {
    // A lease that ends later than it ever could was taken before the clock was set back: it counts as over.
    private static final String CLAIM = """
            UPDATE jobs.connections SET fence = fence + 1, leased_by = ?, lease_until = clock_timestamp() + ? * interval '1 ms'
            WHERE tenant_id = ? AND connection_id = ? AND next_sync_at <= clock_timestamp()
              AND (lease_until IS NULL OR lease_until <= clock_timestamp()
                OR lease_until > clock_timestamp() + ? * interval '1 ms')
            RETURNING instance_id, site, email, token_sealed, projects, issues_checkpoint, fence""";
    private static final String NEW_RUN = """
            INSERT INTO jobs.sync_runs (tenant_id, run_id, connection_id, kind, requested_by)
            SELECT ?, gen_random_uuid(), ?, 'incremental', 'schedule'
            WHERE NOT EXISTS (SELECT FROM jobs.sync_runs
                WHERE tenant_id = ? AND connection_id = ? AND state IN ('queued', 'running'))""";
    private static final String START = """
            UPDATE jobs.sync_runs SET state = 'running', stage = 'connecting', fence = ?, attempt = attempt + 1,
                started_at = coalesce(started_at, clock_timestamp()), error = NULL, error_code = NULL
            WHERE tenant_id = ? AND connection_id = ? AND state IN ('queued', 'running')
            RETURNING run_id, kind, attempt, position, pages, issues, deleted, rejected, requests, throttled,
                cancel_requested_at IS NOT NULL""";
    private static final String RENEW = """
            UPDATE jobs.connections c SET lease_until = clock_timestamp() + ? * interval '1 ms'
            FROM jobs.sync_runs r
            WHERE c.tenant_id = ? AND c.connection_id = ? AND c.fence = ?
              AND r.tenant_id = c.tenant_id AND r.run_id = ?
            RETURNING r.cancel_requested_at IS NOT NULL""";
    private static final String PROGRESS = """
            UPDATE jobs.sync_runs SET stage = ?, progress = greatest(progress, least(?, 1)), pages = ?, requests = ?, throttled = ?
            WHERE tenant_id = ? AND run_id = ? AND fence = ? AND state = 'running'""";
    private static final String END_RUN = """
            UPDATE jobs.sync_runs SET state = ?, stage = ?, progress = CASE WHEN ? = 'completed' THEN 1 ELSE progress END,
                error_code = ?, error = ?, pages = ?, requests = ?, throttled = ?, finished_at = clock_timestamp()
            WHERE tenant_id = ? AND run_id = ? AND fence = ? AND state = 'running'""";
    private static final String FORGET_SEEN = "DELETE FROM jobs.sync_seen WHERE tenant_id = ? AND run_id = ?";
    private static final String FREE_AFTER_SUCCESS = """
            UPDATE jobs.connections SET fence = fence + 1, leased_by = NULL, lease_until = NULL, failures = 0, state = 'ready',
                state_detail = NULL, last_success_at = clock_timestamp(),
                issues_checkpoint = greatest(issues_checkpoint, ?),
                next_sync_at = CASE WHEN every_minutes > 0 THEN clock_timestamp() + every_minutes * interval '1 minute' END
            WHERE tenant_id = ? AND connection_id = ? AND fence = ?""";
    private static final String FREE_AFTER_FAILURE = """
            UPDATE jobs.connections SET fence = fence + 1, leased_by = NULL, lease_until = NULL, failures = failures + 1,
                state = CASE WHEN ? THEN 'needs_attention' ELSE 'ready' END, state_detail = ?,
                next_sync_at = CASE WHEN NOT ? AND every_minutes > 0
                    THEN clock_timestamp() + every_minutes * interval '1 minute' END
            WHERE tenant_id = ? AND connection_id = ? AND fence = ?""";
    private static final String FREE_TO_GO_ON = """
            UPDATE jobs.connections SET fence = fence + 1, leased_by = NULL, lease_until = NULL, state_detail = ?,
                next_sync_at = clock_timestamp() + ? * interval '1 ms'
            WHERE tenant_id = ? AND connection_id = ? AND fence = ?""";
    private static final String WAIT_RUN = """
            UPDATE jobs.sync_runs SET state = 'queued', stage = 'waiting', error = ?, error_code = ?, pages = ?, requests = ?,
                throttled = ?, attempt = CASE WHEN ? THEN 0 ELSE attempt END
            WHERE tenant_id = ? AND run_id = ? AND fence = ? AND state = 'running'""";
    private static final String RESEAL =
            "UPDATE jobs.connections SET token_sealed = ? WHERE tenant_id = ? AND connection_id = ? AND fence = ?";
    private static final String MISSING = """
            SELECT i.issue_id, count(*) OVER () FROM warehouse.issues i
            JOIN warehouse.projects p ON p.tenant_id = ? AND p.instance_id = i.instance_id AND p.project_id = i.project_id
            WHERE i.tenant_id = ? AND i.instance_id = ? AND i.deleted_at IS NULL AND (cardinality(?) = 0 OR p.project_key = ANY (?))
              AND NOT EXISTS (SELECT FROM jobs.sync_seen s WHERE s.tenant_id = ? AND s.run_id = ? AND s.issue_id = i.issue_id)
            ORDER BY i.issue_id""";
    private static final String SEEN = "SELECT count(*) FROM jobs.sync_seen WHERE tenant_id = ? AND run_id = ?";
    private static final String OPEN_SPRINTS = """
            SELECT sprint_id FROM warehouse.sprints WHERE tenant_id = ? AND instance_id = ? AND state <> 'closed'""";

    private final AgroalDataSource database;

    SyncStore(@DataSource("imports") AgroalDataSource database) {
        this.database = database;
    }

    AgroalDataSource database() {
        return database;
    }

    /** Takes a connection that is due and free; empty where it is not, or somebody else was faster. */
    Optional<SyncClaim> claim(Tenant tenant, UUID id, String worker, Duration lease) throws SQLException {
        return in(tenant, database -> {
            try (PreparedStatement claim =
                            bound(database, CLAIM, worker, lease.toMillis(), tenant.slug(), id, 2 * lease.toMillis());
                    ResultSet row = claim.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                execute(database, NEW_RUN, tenant.slug(), id, tenant.slug(), id);
                return Optional.of(started(database, tenant, id, row));
            }
        });
    }

    private static SyncClaim started(Connection database, Tenant tenant, UUID id, ResultSet held) throws SQLException {
        try (PreparedStatement start = bound(database, START, held.getLong("fence"), tenant.slug(), id);
                ResultSet run = start.executeQuery()) {
            run.next();
            return new SyncClaim(
                    tenant,
                    id,
                    held.getString("instance_id"),
                    held.getString("site"),
                    held.getString("email"),
                    Sealed.of(held.getBytes("token_sealed")),
                    List.of((String[]) held.getArray("projects").getArray()),
                    instant(held, "issues_checkpoint"),
                    held.getLong("fence"),
                    run.getObject("run_id", UUID.class),
                    run.getString("kind").equals("full"),
                    run.getInt("attempt"),
                    instant(run, "position"),
                    new SyncClaim.Counts(
                            run.getLong("pages"),
                            run.getLong("issues"),
                            run.getLong("deleted"),
                            run.getLong("rejected"),
                            run.getLong("requests"),
                            run.getLong("throttled")),
                    run.getBoolean(11));
        }
    }

    /** Keeps the connection; true where somebody wants the run to end. */
    boolean renew(SyncClaim claim, Duration lease) throws SQLException {
        return in(claim.tenant(), database -> {
            try (PreparedStatement renew = bound(
                            database,
                            RENEW,
                            lease.toMillis(),
                            claim.tenant().slug(),
                            claim.connection(),
                            claim.fence(),
                            claim.run());
                    ResultSet row = renew.executeQuery()) {
                if (!row.next()) {
                    throw new SyncStopped();
                }
                return row.getBoolean(1);
            }
        });
    }

    void progress(SyncClaim claim, String stage, double share, SyncClaim.Counts counts) throws SQLException {
        required(
                claim,
                PROGRESS,
                stage,
                share,
                counts.pages(),
                counts.requests(),
                counts.throttled(),
                claim.tenant().slug(),
                claim.run(),
                claim.fence());
    }

    /** @param reached issues updated until then are in the warehouse; null where there was none */
    void complete(SyncClaim claim, Instant reached, SyncClaim.Counts counts) throws SQLException {
        in(claim.tenant(), database -> {
            endRun(database, claim, "completed", null, null, counts);
            return check(execute(
                    database,
                    FREE_AFTER_SUCCESS,
                    timestamp(reached),
                    claim.tenant().slug(),
                    claim.connection(),
                    claim.fence()));
        });
    }

    void fail(SyncClaim claim, String code, String error, boolean needsAttention, SyncClaim.Counts counts)
            throws SQLException {
        in(claim.tenant(), database -> {
            endRun(database, claim, "failed", code, error, counts);
            return check(execute(
                    database,
                    FREE_AFTER_FAILURE,
                    needsAttention,
                    error,
                    needsAttention,
                    claim.tenant().slug(),
                    claim.connection(),
                    claim.fence()));
        });
    }

    void cancelled(SyncClaim claim, SyncClaim.Counts counts) throws SQLException {
        in(claim.tenant(), database -> {
            endRun(database, claim, "cancelled", null, null, counts);
            return check(execute(
                    database,
                    FREE_AFTER_FAILURE,
                    false,
                    null,
                    false,
                    claim.tenant().slug(),
                    claim.connection(),
                    claim.fence()));
        });
    }

    /**
     * Leaves the run to whoever takes the connection next.
     *
     * @param code and error: what made it wait; null where only this instance ends
     * @param unspent whether the attempt does not count
     */
    void goOnLater(SyncClaim claim, String code, String error, boolean unspent, Duration pause, SyncClaim.Counts counts)
            throws SQLException {
        in(claim.tenant(), database -> {
            check(execute(
                    database,
                    WAIT_RUN,
                    error,
                    code,
                    counts.pages(),
                    counts.requests(),
                    counts.throttled(),
                    unspent,
                    claim.tenant().slug(),
                    claim.run(),
                    claim.fence()));
            return check(execute(
                    database,
                    FREE_TO_GO_ON,
                    error,
                    pause.toMillis(),
                    claim.tenant().slug(),
                    claim.connection(),
                    claim.fence()));
        });
    }

    void reseal(SyncClaim claim, byte[] sealed) throws SQLException {
        required(claim, RESEAL, sealed, claim.tenant().slug(), claim.connection(), claim.fence());
    }

    /** How many issues the run has met. */
    long seen(SyncClaim claim) throws SQLException {
        return in(claim.tenant(), database -> {
            try (PreparedStatement query = bound(database, SEEN, claim.tenant().slug(), claim.run());
                    ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** The issues in the warehouse that the run has not met. */
    List<String> missing(SyncClaim claim) throws SQLException {
        return in(claim.tenant(), database -> {
            String tenant = claim.tenant().slug();
            var keys = database.createArrayOf("text", claim.projects().toArray());
            return texts(bound(database, MISSING, tenant, tenant, claim.instance(), keys, keys, tenant, claim.run()));
        });
    }

    List<String> openSprints(SyncClaim claim) throws SQLException {
        return in(
                claim.tenant(),
                database -> texts(bound(database, OPEN_SPRINTS, claim.tenant().slug(), claim.instance())));
    }

    private static void endRun(
            Connection database, SyncClaim claim, String state, String code, String error, SyncClaim.Counts counts)
            throws SQLException {
        check(execute(
                database,
                END_RUN,
                state,
                state,
                state,
                code,
                error,
                counts.pages(),
                counts.requests(),
                counts.throttled(),
                claim.tenant().slug(),
                claim.run(),
                claim.fence()));
        execute(database, FORGET_SEEN, claim.tenant().slug(), claim.run());
    }

    private void required(SyncClaim claim, String sql, Object... values) throws SQLException {
        in(claim.tenant(), database -> check(execute(database, sql, values)));
    }

    private <T> T in(Tenant tenant, TenantSession.Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new TenantSession(connection, tenant.slug()).transaction(work);
        }
    }

    static int check(int rows) {
        if (rows == 0) {
            throw new SyncStopped();
        }
        return rows;
    }

    static int execute(Connection database, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = bound(database, sql, values)) {
            return statement.executeUpdate();
        }
    }

    static Timestamp timestamp(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    private static List<String> texts(PreparedStatement query) throws SQLException {
        try (query;
                ResultSet rows = query.executeQuery()) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static PreparedStatement bound(Connection database, String sql, Object... values) throws SQLException {
        PreparedStatement statement = database.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
