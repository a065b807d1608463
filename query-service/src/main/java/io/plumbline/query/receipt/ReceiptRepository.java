package io.plumbline.query.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.plumbline.query.audit.AuditOutcome;
import io.plumbline.spec.Json;
import io.plumbline.spec.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The table of receipts, which are written once. */
@ApplicationScoped
public class ReceiptRepository {
    private static final String KEEP = """
            SELECT query.keep_receipt($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
                $20)
            """;

    private static final String FIND = """
            SELECT receipt_id, asked_by, cast(spec as text) AS spec, spec_hash, metrics_used,
                cast(definitions as text) AS definitions, catalog_version, model, data_version, data_as_of, evaluated_at,
                row_keys, row_count, total, result_hash, results
            FROM query.receipts WHERE tenant_id = $1 AND receipt_id = $2
            """;

    /** Keeps a receipt, and tells the good outcome of what it is of. */
    Uni<Void> keep(SqlConnection connection, Tenant tenant, Receipt receipt, AuditOutcome outcome) {
        Tuple values = Tuple.tuple()
                .addString(tenant.slug())
                .addUUID(receipt.id())
                .addString(receipt.askedBy())
                .addString(receipt.spec())
                .addString(receipt.specHash())
                .addArrayOfString(receipt.metricsUsed().toArray(String[]::new))
                .addString(json(receipt.definitions()))
                .addString(receipt.catalogVersion())
                .addString(receipt.model())
                .addLong(receipt.dataVersion())
                .addOffsetDateTime(offset(receipt.dataAsOf()))
                .addOffsetDateTime(offset(receipt.evaluatedAt()))
                .addArrayOfString(receipt.rowKeys().toArray(String[]::new))
                .addInteger(receipt.rowCount())
                .addLong(receipt.total())
                .addString(receipt.resultHash())
                .addValue(receipt.packed()
                        .map(Buffer::buffer)
                        .map(Buffer::getDelegate)
                        .orElse(null))
                .addUUID(outcome.entry().id())
                .addDouble(outcome.durationMs())
                .addOffsetDateTime(offset(outcome.endedAt()));
        return connection.preparedQuery(KEEP).execute(values).replaceWithVoid();
    }

    /** The tenant's receipt of that id. */
    Uni<Optional<Receipt>> find(SqlConnection connection, Tenant tenant, UUID id) {
        return connection
                .preparedQuery(FIND)
                .execute(Tuple.of(tenant.slug(), id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ReceiptRepository::receipt)
                        .findFirst());
    }

    private static Receipt receipt(Row row) {
        return new Receipt(
                row.getUUID("receipt_id"),
                row.getString("asked_by"),
                row.getString("spec"),
                row.getString("spec_hash"),
                List.of(row.getArrayOfStrings("metrics_used")),
                fingerprints(row.getString("definitions")),
                row.getString("catalog_version"),
                row.getString("model"),
                row.getLong("data_version"),
                instant(row.getOffsetDateTime("data_as_of")),
                instant(row.getOffsetDateTime("evaluated_at")),
                List.of(row.getArrayOfStrings("row_keys")),
                row.getInteger("row_count"),
                row.getLong("total"),
                row.getString("result_hash"),
                Optional.ofNullable(row.getBuffer("results")).map(Buffer::getBytes));
    }

    private static OffsetDateTime offset(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static String json(Map<String, String> members) {
        try {
            return Json.mapper().writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> fingerprints(String json) {
        try {
            return Json.mapper().readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
