package io.plumbline.jobs.imports;

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
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What callers see of imports. Another tenant's import is not there. */
@ApplicationScoped
public class ImportRepository {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int SHOWN = 100;

    // A worker that was not seen for long has ended with its machine: nobody will go on with its file.
    private static final String COLUMNS = """
            import_id, instance_id, kind, stage, progress, lines_read, lines_accepted, lines_rejected, created_at, started_at,
            finished_at,
            CASE WHEN lost THEN 'failed' ELSE status END AS status,
            CASE WHEN lost THEN 'The machine that held the file is gone. Nothing was changed; send the file again.'
                ELSE error END AS error
            FROM (SELECT *, status IN ('queued', 'running') AND heartbeat_at < clock_timestamp() - interval '10 minutes' AS lost
                FROM jobs.imports) i
            """;

    private static final String INSERT = """
            INSERT INTO jobs.imports (tenant_id, import_id, instance_id, kind, created_by) VALUES ($1, $2, $3, $4, $5)""";
    private static final String ONE = "SELECT " + COLUMNS + " WHERE tenant_id = $1 AND import_id = $2";
    private static final String LIST =
            "SELECT " + COLUMNS + " WHERE tenant_id = $1 ORDER BY created_at DESC, import_id OFFSET $2 LIMIT $3";
    private static final String COUNT = "SELECT count(*) FROM jobs.imports WHERE tenant_id = $1";
    private static final String REJECTIONS = """
            SELECT line, reason, excerpt FROM jobs.import_rejections WHERE tenant_id = $1 AND import_id = $2
            ORDER BY line OFFSET $3 LIMIT $4""";

    private final TenantTransaction transactions;

    ImportRepository(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    /** Makes the import known as queued. */
    Uni<ImportView> insert(Caller caller, ImportTicket ticket) {
        return transactions.run(
                caller,
                Mode.READ_WRITE,
                TIMEOUT,
                connection -> connection
                        .preparedQuery(INSERT)
                        .execute(Tuple.of(
                                ticket.tenant().slug(),
                                ticket.id(),
                                ticket.instance(),
                                ticket.kind().column(),
                                caller.user()))
                        .chain(() -> load(connection, caller, ticket.id())));
    }

    /** @return fails with 404 where the tenant has no such import */
    Uni<ImportView> load(Caller caller, UUID id) {
        return transactions.run(
                caller,
                Mode.READ_ONLY,
                TIMEOUT,
                connection -> load(connection, caller, id)
                        .flatMap(found -> rejections(connection, caller, id, new Page(0, SHOWN))
                                .map(found::withRejections)));
    }

    /** The newest first, without their rejections. */
    Uni<ImportPages.Imports> list(Caller caller, Page page) {
        return transactions.run(
                caller,
                Mode.READ_ONLY,
                TIMEOUT,
                connection -> connection
                        .preparedQuery(LIST)
                        .execute(Tuple.of(caller.tenant().slug(), page.offset(), page.limit()))
                        .map(ImportRepository::views)
                        .flatMap(imports -> connection
                                .preparedQuery(COUNT)
                                .execute(Tuple.of(caller.tenant().slug()))
                                .map(count -> new ImportPages.Imports(
                                        imports, count.iterator().next().getLong(0), page.offset(), page.limit()))));
    }

    /** @return fails with 404 where the tenant has no such import */
    Uni<ImportPages.Rejections> rejections(Caller caller, UUID id, Page page) {
        return transactions.run(
                caller,
                Mode.READ_ONLY,
                TIMEOUT,
                connection -> load(connection, caller, id)
                        .flatMap(found -> rejections(connection, caller, id, page)
                                .map(rejections -> new ImportPages.Rejections(
                                        rejections, found.linesRejected(), page.offset(), page.limit()))));
    }

    private static Uni<ImportView> load(SqlConnection connection, Caller caller, UUID id) {
        return connection
                .preparedQuery(ONE)
                .execute(Tuple.of(caller.tenant().slug(), id))
                .map(ImportRepository::views)
                .map(found -> {
                    if (found.isEmpty()) {
                        throw notFound();
                    }
                    return found.getFirst();
                });
    }

    static ProblemException notFound() {
        return new ProblemException(
                CommonProblem.NOT_FOUND,
                "There is no import with this id. GET /analytics/imports lists what there is.");
    }

    private static Uni<List<ImportView.Rejection>> rejections(
            SqlConnection connection, Caller caller, UUID id, Page page) {
        return connection
                .preparedQuery(REJECTIONS)
                .execute(Tuple.of(caller.tenant().slug(), id, page.offset(), page.limit()))
                .map(rows -> stream(rows)
                        .map(row -> new ImportView.Rejection(row.getLong(0), row.getString(1), row.getString(2)))
                        .toList());
    }

    private static List<ImportView> views(RowSet<Row> rows) {
        return stream(rows).map(ImportRepository::view).toList();
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static ImportView view(Row row) {
        return new ImportView(
                row.getUUID("import_id"),
                row.getString("instance_id"),
                row.getString("kind"),
                row.getString("status"),
                row.getString("stage"),
                row.getDouble("progress"),
                row.getLong("lines_read"),
                row.getLong("lines_accepted"),
                row.getLong("lines_rejected"),
                List.of(),
                instant(row, "created_at"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getString("error"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
