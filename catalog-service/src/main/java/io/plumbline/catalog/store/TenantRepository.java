package io.plumbline.catalog.store;

import io.plumbline.catalog.tenant.Overlay;
import io.plumbline.catalog.tenant.TenantPart;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The tenants' parts of schema {@code catalog}: read as one state, written with their history or not at all. */
@Singleton
final class TenantRepository {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final String REVISION = "SELECT revision FROM catalog.tenant_state WHERE tenant_id = $1";

    // One statement sees one state, whatever is being written.
    private static final String PART = """
            SELECT (SELECT revision FROM catalog.tenant_state WHERE tenant_id = $1) AS revision,
                   (SELECT overlay FROM catalog.tenant_overlays WHERE tenant_id = $1) AS overlay,
                   (SELECT coalesce(jsonb_agg(definition), '[]') FROM catalog.tenant_metrics WHERE tenant_id = $1) AS metrics
            """;

    private static final String RAISE = """
            INSERT INTO catalog.tenant_state AS s (tenant_id, revision) VALUES ($1, 1)
            ON CONFLICT (tenant_id) DO UPDATE SET revision = s.revision + 1, changed_at = now() WHERE s.revision = $2
            RETURNING revision
            """;

    private static final String METRIC = """
            INSERT INTO catalog.tenant_metrics (tenant_id, name, version, definition) VALUES ($1, $2, $3, $4)
            ON CONFLICT (tenant_id, name, version) DO UPDATE SET definition = excluded.definition, updated_at = now()
            """;

    private static final String OVERLAY = """
            INSERT INTO catalog.tenant_overlays (tenant_id, overlay) VALUES ($1, $2)
            ON CONFLICT (tenant_id) DO UPDATE SET overlay = excluded.overlay, updated_at = now()
            """;

    private static final String HISTORY = """
            INSERT INTO catalog.tenant_changes (tenant_id, revision, changed_by, action, metric, reason, before, after)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """;

    private final TenantTransaction transaction;

    TenantRepository(TenantTransaction transaction) {
        this.transaction = transaction;
    }

    /** The number of the tenant's last change; 0 before the first. */
    Uni<Long> revision(Caller caller) {
        return transaction.run(
                caller,
                Mode.READ_ONLY,
                LIMIT,
                connection -> connection
                        .preparedQuery(REVISION)
                        .execute(Tuple.of(caller.tenant().slug()))
                        .map(rows ->
                                rows.size() == 0 ? 0L : rows.iterator().next().getLong("revision")));
    }

    Uni<TenantPart> load(Caller caller) {
        return transaction.run(
                caller,
                Mode.READ_ONLY,
                LIMIT,
                connection -> connection
                        .preparedQuery(PART)
                        .execute(Tuple.of(caller.tenant().slug()))
                        .map(rows -> part(rows.iterator().next())));
    }

    /**
     * Writes changes that were checked against a state: all or none, each with a revision of its own.
     *
     * @param revision of the state that they were checked against
     * @return the last revision; empty, and nothing is written, where another change came first
     */
    Uni<Optional<Long>> write(Caller caller, long revision, List<TenantChange> changes) {
        return transaction.run(
                caller, Mode.READ_WRITE, LIMIT, connection -> write(connection, caller, revision, changes));
    }

    /** Only the first can come second: from then on the row that counts is held. */
    private static Uni<Optional<Long>> write(
            SqlConnection connection, Caller caller, long revision, List<TenantChange> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().item(Optional.of(revision));
        }
        return connection
                .preparedQuery(RAISE)
                .execute(Tuple.of(caller.tenant().slug(), revision))
                .map(TenantRepository::raised)
                .flatMap(raised -> raised.filter(next -> next == revision + 1)
                        .map(next -> write(connection, caller, next, changes.getFirst())
                                .flatMap(_ -> write(connection, caller, next, changes.subList(1, changes.size()))))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private static Uni<?> write(SqlConnection connection, Caller caller, long revision, TenantChange change) {
        String tenant = caller.tenant().slug();
        Tuple history = Tuple.wrap(new Object[] {
            tenant,
            revision,
            caller.user(),
            change.action().wireName(),
            change.metric(),
            change.reason(),
            JsonColumns.value(change.before()),
            JsonColumns.value(change.after())
        });
        Uni<RowSet<Row>> content = change.overlay() == null
                ? connection.preparedQuery(METRIC).executeBatch(rows(tenant, change.changed()))
                : connection.preparedQuery(OVERLAY).execute(Tuple.of(tenant, JsonColumns.value(change.overlay())));
        return content.flatMap(_ -> connection.preparedQuery(HISTORY).execute(history));
    }

    private static List<Tuple> rows(String tenant, List<MetricDefinition> metrics) {
        return metrics.stream()
                .map(metric -> Tuple.of(tenant, metric.name(), metric.version(), JsonColumns.value(metric)))
                .toList();
    }

    private static Optional<Long> raised(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getLong("revision"));
    }

    private static TenantPart part(Row row) {
        Long revision = row.getLong("revision");
        return new TenantPart(
                revision == null ? 0 : revision,
                row.getValue("overlay") == null ? Overlay.EMPTY : JsonColumns.read(row, "overlay", Overlay.class),
                List.of(JsonColumns.read(row, "metrics", MetricDefinition[].class)));
    }
}
