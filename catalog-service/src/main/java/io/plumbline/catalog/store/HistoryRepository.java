package io.plumbline.catalog.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads who changed what in a tenant's part of the catalog. */
@Singleton
public final class HistoryRepository {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final String CHANGES = """
            SELECT revision, changed_at, changed_by, action, reason, before, after
            FROM catalog.tenant_changes
            WHERE tenant_id = $1 AND metric IS NOT DISTINCT FROM $2 AND revision < $3
            ORDER BY revision DESC LIMIT $4
            """;

    private final TenantTransaction transaction;

    HistoryRepository(TenantTransaction transaction) {
        this.transaction = transaction;
    }

    /**
     * The changes of one subject, the newest first.
     *
     * @param metric the metric's name; null means the overlay
     * @param before only changes of lower revisions
     */
    public Uni<List<HistoryEntry>> load(Caller caller, String metric, long before, int limit) {
        return transaction.run(
                caller,
                Mode.READ_ONLY,
                LIMIT,
                connection -> connection
                        .preparedQuery(CHANGES)
                        .execute(Tuple.of(caller.tenant().slug(), metric, before, limit))
                        .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .map(HistoryRepository::entry)
                                .toList()));
    }

    private static HistoryEntry entry(Row row) {
        return new HistoryEntry(
                row.getLong("revision"),
                row.get(OffsetDateTime.class, "changed_at").toInstant(),
                row.getString("changed_by"),
                row.getString("action"),
                row.getString("reason"),
                JsonColumns.read(row, "before", JsonNode.class),
                JsonColumns.read(row, "after", JsonNode.class));
    }
}
