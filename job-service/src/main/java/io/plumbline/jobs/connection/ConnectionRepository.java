package io.plumbline.jobs.connection;

import io.plumbline.jobs.secret.Sealed;
import io.plumbline.spec.problem.CommonProblem;
import io.plumbline.spec.problem.ProblemException;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
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

/** The connections of a tenant. Another tenant's is not there. */
@ApplicationScoped
class ConnectionRepository {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String COLUMNS = """
            connection_id, instance_id, site, email, token_sealed, token_hint, projects, every_minutes, state, state_detail,
            issues_checkpoint, next_sync_at, last_success_at, created_by, created_at""";
    private static final String ONE =
            "SELECT " + COLUMNS + " FROM jobs.connections WHERE tenant_id = $1 AND connection_id = $2";
    private static final String LIST =
            "SELECT " + COLUMNS + " FROM jobs.connections WHERE tenant_id = $1 ORDER BY instance_id LIMIT 1000";
    private static final String INSERT = """
            INSERT INTO jobs.connections (tenant_id, connection_id, instance_id, site, email, token_sealed, token_hint, projects,
                every_minutes, next_sync_at, created_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, CASE WHEN $9 > 0 THEN clock_timestamp() END, $10)
            ON CONFLICT (tenant_id, instance_id) DO NOTHING""";
    // Where site, account or projects change, what was out of sight before may be old: the next run reads all of it. A
    // run that
    // goes on with what was said before loses its hold, and with it the checkpoint that it would set.
    private static final String UPDATE = """
            UPDATE jobs.connections SET site = $3, email = $4, token_sealed = $5, token_hint = $6,
                issues_checkpoint = CASE WHEN site = $3 AND email = $4 AND projects = $7 THEN issues_checkpoint END,
                fence = fence + 1, leased_by = NULL, lease_until = NULL,
                projects = $7, every_minutes = $8, state = 'ready', state_detail = NULL, failures = 0,
                next_sync_at = CASE WHEN $8 > 0 THEN clock_timestamp() END, changed_at = clock_timestamp()
            WHERE tenant_id = $1 AND connection_id = $2""";
    private static final String END_RUNS = """
            UPDATE jobs.sync_runs SET state = 'cancelled', stage = 'cancelled', finished_at = clock_timestamp(),
                error = 'The connection was changed; a new sync goes by what is said now.'
            WHERE tenant_id = $1 AND connection_id = $2 AND state IN ('queued', 'running')""";
    private static final String DELETE = "DELETE FROM jobs.connections WHERE tenant_id = $1 AND connection_id = $2";
    private static final String RESEAL = """
            UPDATE jobs.connections SET token_sealed = $3 WHERE tenant_id = $1 AND connection_id = $2 AND token_sealed = $4""";

    private final TenantTransaction transactions;

    ConnectionRepository(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    /** @return fails with 404 where the tenant has no such connection */
    Uni<StoredConnection> load(Caller caller, UUID id) {
        return transactions.run(
                caller,
                Mode.READ_ONLY,
                TIMEOUT,
                connection -> connection
                        .preparedQuery(ONE)
                        .execute(Tuple.of(caller.tenant().slug(), id))
                        .map(ConnectionRepository::one));
    }

    Uni<List<StoredConnection>> list(Caller caller) {
        return transactions.run(
                caller,
                Mode.READ_ONLY,
                TIMEOUT,
                connection -> connection
                        .preparedQuery(LIST)
                        .execute(Tuple.of(caller.tenant().slug()))
                        .map(ConnectionRepository::all));
    }

    /** @return fails with 409 where the tenant has a connection of that instance */
    Uni<Void> insert(Caller caller, UUID id, ConnectionBody body, String site, byte[] sealed, String hint) {
        Tuple values = Tuple.tuple()
                .addString(caller.tenant().slug())
                .addUUID(id)
                .addString(body.instance())
                .addString(site)
                .addString(body.email())
                .addBuffer(Buffer.buffer(sealed))
                .addString(hint)
                .addArrayOfString(body.projectsOrAll().toArray(String[]::new))
                .addInteger(body.everyMinutesOrUsual())
                .addString(caller.user());
        return write(caller, INSERT, values)
                .invoke(rows -> {
                    if (rows == 0) {
                        throw new ProblemException(
                                CommonProblem.CONFLICT,
                                "The instance %s has a connection already; change that one."
                                        .formatted(body.instance()));
                    }
                })
                .replaceWithVoid();
    }

    /** @return fails with 404 where the tenant has no such connection */
    Uni<Void> update(Caller caller, UUID id, ConnectionBody body, String site, byte[] sealed, String hint) {
        Tuple values = Tuple.tuple()
                .addString(caller.tenant().slug())
                .addUUID(id)
                .addString(site)
                .addString(body.email())
                .addBuffer(Buffer.buffer(sealed))
                .addString(hint)
                .addArrayOfString(body.projectsOrAll().toArray(String[]::new))
                .addInteger(body.everyMinutesOrUsual());
        return transactions.run(
                caller,
                Mode.READ_WRITE,
                TIMEOUT,
                connection -> connection
                        .preparedQuery(UPDATE)
                        .execute(values)
                        .invoke(rows -> required(rows.rowCount()))
                        .chain(() -> connection
                                .preparedQuery(END_RUNS)
                                .execute(Tuple.of(caller.tenant().slug(), id)))
                        .replaceWithVoid());
    }

    /** @return fails with 404 where the tenant has no such connection */
    Uni<Void> delete(Caller caller, UUID id) {
        return write(caller, DELETE, Tuple.of(caller.tenant().slug(), id))
                .invoke(ConnectionRepository::required)
                .replaceWithVoid();
    }

    /** Stores the same token sealed anew; false where the token was changed meanwhile. */
    Uni<Boolean> reseal(Caller caller, StoredConnection connection, byte[] sealed) {
        Tuple values = Tuple.tuple()
                .addString(caller.tenant().slug())
                .addUUID(connection.id())
                .addBuffer(Buffer.buffer(sealed))
                .addBuffer(Buffer.buffer(connection.token().bytes()));
        return write(caller, RESEAL, values).map(rows -> rows > 0);
    }

    private Uni<Integer> write(Caller caller, String sql, Tuple values) {
        return transactions.run(
                caller,
                Mode.READ_WRITE,
                TIMEOUT,
                (SqlConnection connection) ->
                        connection.preparedQuery(sql).execute(values).map(RowSet::rowCount));
    }

    private static void required(int rows) {
        if (rows == 0) {
            throw notFound();
        }
    }

    static ProblemException notFound() {
        return new ProblemException(
                CommonProblem.NOT_FOUND,
                "There is no connection with this id. GET /analytics/connections lists what there is.");
    }

    private static StoredConnection one(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw notFound();
        }
        return stored(rows.iterator().next());
    }

    private static List<StoredConnection> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ConnectionRepository::stored)
                .toList();
    }

    private static StoredConnection stored(Row row) {
        return new StoredConnection(
                row.getUUID("connection_id"),
                row.getString("instance_id"),
                row.getString("site"),
                row.getString("email"),
                Sealed.of(row.getBuffer("token_sealed").getBytes()),
                row.getString("token_hint"),
                List.of(row.getArrayOfStrings("projects")),
                row.getInteger("every_minutes"),
                row.getString("state"),
                row.getString("state_detail"),
                instant(row, "issues_checkpoint"),
                instant(row, "next_sync_at"),
                instant(row, "last_success_at"),
                row.getString("created_by"),
                instant(row, "created_at"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
