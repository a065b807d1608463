package io.plumbline.jobs.sync;

import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What callers ask of runs. Another tenant's are not there. */
@ApplicationScoped
class RunRepository {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String COLUMNS = """
            run_id, connection_id, kind, requested_by, state, stage, progress, attempt, position, pages, issues, deleted, rejected,
            requests, throttled, cancel_requested_at IS NOT NULL AS cancelling, error_code, error, created_at, started_at,
            finished_at""";
    private static final String CONNECTION =
            "SELECT 1 FROM jobs.connections WHERE tenant_id = $1 AND connection_id = $2";
    private static final String LOCK = CONNECTION + " FOR UPDATE";
    private static final String ACTIVE = "SELECT " + COLUMNS
            + " FROM jobs.sync_runs WHERE tenant_id = $1 AND connection_id = $2 AND state IN ('queued', 'running')";
    private static final String INSERT = """
            INSERT INTO jobs.sync_runs (tenant_id, run_id, connection_id, kind, requested_by) VALUES ($1, gen_random_uuid(), $2, $3, $4)
            RETURNING\s""" + COLUMNS;
    private static final String WIDEN = """
            UPDATE jobs.sync_runs SET kind = 'full', position = NULL
            WHERE tenant_id = $1 AND connection_id = $2 AND state = 'queued' RETURNING\s""" + COLUMNS;
    private static final String DUE_NOW = """
            UPDATE jobs.connections SET next_sync_at = clock_timestamp(), state = 'ready', state_detail = NULL
            WHERE tenant_id = $1 AND connection_id = $2""";
    private static final String LIST = "SELECT " + COLUMNS
            + " FROM jobs.sync_runs WHERE tenant_id = $1 AND connection_id = $2 ORDER BY created_at DESC, run_id LIMIT $3";
    private static final String ONE =
            "SELECT " + COLUMNS + " FROM jobs.sync_runs WHERE tenant_id = $1 AND connection_id = $2 AND run_id = $3";
    private static final String REJECTIONS = """
            SELECT reason, excerpt FROM jobs.sync_rejections WHERE tenant_id = $1 AND run_id = $2 ORDER BY number LIMIT 100""";
    private static final String CANCEL = """
            UPDATE jobs.sync_runs SET cancel_requested_at = coalesce(cancel_requested_at, clock_timestamp()),
                state = CASE state WHEN 'queued' THEN 'cancelled' ELSE state END,
                finished_at = CASE state WHEN 'queued' THEN clock_timestamp() END
            WHERE tenant_id = $1 AND connection_id = $2 AND run_id = $3 AND state IN ('queued', 'running')""";
    private static final String NEXT_BY_SCHEDULE = """
            UPDATE jobs.connections c
            SET next_sync_at = CASE WHEN every_minutes > 0 THEN clock_timestamp() + every_minutes * interval '1 minute' END
            WHERE tenant_id = $1 AND connection_id = $2
              AND NOT EXISTS (SELECT FROM jobs.sync_runs r WHERE r.tenant_id = $1 AND r.connection_id = $2
                AND r.state IN ('queued', 'running'))""";

    private final TenantTransaction transactions;

    RunRepository(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    /** @param begun false where the run was there already */
    record Requested(RunView run, boolean begun) {}

    /**
     * Makes a run due. One that is queued or running and does as much is the same run.
     *
     * @return fails with 404 without the connection, with 409 where a smaller run is going on
     */
    Uni<Requested> request(Caller caller, UUID connectionId, boolean full) {
        Tuple key = Tuple.of(caller.tenant().slug(), connectionId);
        return transactions.run(
                caller,
                Mode.READ_WRITE,
                TIMEOUT,
                connection -> required(connection, LOCK, key)
                        .chain(() -> query(connection, ACTIVE, key))
                        .flatMap(active -> active.isEmpty()
                                ? insert(connection, caller, connectionId, full)
                                : same(connection, key, active.getFirst(), full))
                        .call(() -> connection.preparedQuery(DUE_NOW).execute(key)));
    }

    private static Uni<Requested> insert(SqlConnection connection, Caller caller, UUID id, boolean full) {
        Tuple values = Tuple.of(caller.tenant().slug(), id, full ? "full" : "incremental", caller.user());
        return query(connection, INSERT, values).map(made -> new Requested(made.getFirst(), true));
    }

    private static Uni<Requested> same(SqlConnection connection, Tuple key, RunView active, boolean full) {
        if (!full || active.kind().equals("full")) {
            return Uni.createFrom().item(new Requested(active, false));
        }
        if (active.state().equals("queued")) {
            return query(connection, WIDEN, key).map(widened -> new Requested(widened.getFirst(), false));
        }
        throw new ProblemException(
                CommonProblem.CONFLICT,
                "A sync is running that reads only what changed (run %s). Wait for its end or cancel it, then ask again."
                        .formatted(active.id()));
    }

    /** The newest first. */
    Uni<List<RunView>> list(Caller caller, UUID connectionId, int limit) {
        return transactions.run(
                caller,
                Mode.READ_ONLY,
                TIMEOUT,
                connection -> required(
                                connection, CONNECTION, Tuple.of(caller.tenant().slug(), connectionId))
                        .chain(() ->
                                query(connection, LIST, Tuple.of(caller.tenant().slug(), connectionId, limit))));
    }

    Uni<RunView> load(Caller caller, UUID connectionId, UUID run) {
        return transactions.run(
                caller, Mode.READ_ONLY, TIMEOUT, connection -> load(connection, caller, connectionId, run));
    }

    /** A queued run ends at once, a running one as soon as its worker hears of it; one that has ended stays as it is. */
    Uni<RunView> cancel(Caller caller, UUID connectionId, UUID run) {
        Tuple key = Tuple.of(caller.tenant().slug(), connectionId);
        return transactions.run(
                caller,
                Mode.READ_WRITE,
                TIMEOUT,
                connection -> required(connection, LOCK, key)
                        .chain(() -> connection
                                .preparedQuery(CANCEL)
                                .execute(Tuple.of(caller.tenant().slug(), connectionId, run)))
                        .chain(cancelled -> cancelled.rowCount() == 0
                                ? Uni.createFrom().voidItem()
                                : connection
                                        .preparedQuery(NEXT_BY_SCHEDULE)
                                        .execute(key)
                                        .replaceWithVoid())
                        .chain(() -> load(connection, caller, connectionId, run)));
    }

    private static Uni<RunView> load(SqlConnection connection, Caller caller, UUID connectionId, UUID run) {
        return query(connection, ONE, Tuple.of(caller.tenant().slug(), connectionId, run))
                .flatMap(found -> {
                    if (found.isEmpty()) {
                        throw notFound();
                    }
                    return connection
                            .preparedQuery(REJECTIONS)
                            .execute(Tuple.of(caller.tenant().slug(), run))
                            .map(rows -> found.getFirst()
                                    .withRejections(StreamSupport.stream(rows.spliterator(), false)
                                            .map(row -> new RunView.Rejection(row.getString(0), row.getString(1)))
                                            .toList()));
                });
    }

    private static Uni<Void> required(SqlConnection connection, String sql, Tuple key) {
        return connection
                .preparedQuery(sql)
                .execute(key)
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw notFound();
                    }
                })
                .replaceWithVoid();
    }

    static ProblemException notFound() {
        return new ProblemException(
                CommonProblem.NOT_FOUND,
                "There is no such connection or run. GET /analytics/connections lists connections, /{id}/runs their runs.");
    }

    private static Uni<List<RunView>> query(SqlConnection connection, String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values).map(RunRepository::views);
    }

    private static List<RunView> views(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(RunRepository::view)
                .toList();
    }

    private static RunView view(Row row) {
        return new RunView(
                row.getUUID("run_id"),
                row.getUUID("connection_id"),
                row.getString("kind"),
                row.getString("requested_by"),
                row.getString("state"),
                row.getString("stage"),
                row.getDouble("progress"),
                row.getInteger("attempt"),
                instant(row, "position"),
                row.getLong("pages"),
                row.getLong("issues"),
                row.getLong("deleted"),
                row.getLong("rejected"),
                row.getLong("requests"),
                row.getLong("throttled"),
                row.getBoolean("cancelling"),
                row.getString("error_code"),
                row.getString("error"),
                instant(row, "created_at"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                List.of());
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
