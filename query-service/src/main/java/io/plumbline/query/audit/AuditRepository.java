package io.plumbline.query.audit;

import io.plumbline.spec.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** The tables of the audit, which are only added to. */
@ApplicationScoped
public class AuditRepository {
    private static final String ENTER = "SELECT query.enter_audit($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    private static final String REQUIRE = "SELECT query.require_audit($1)";

    // Of an entry that was never written there is nothing to tell, and an outcome that was told stands.
    private static final String CONCLUDE = """
            INSERT INTO query.audit_outcomes (tenant_id, audit_id, outcome, row_count, duration_ms, receipt_id, ended_at)
            SELECT $1, o.* FROM unnest($2::uuid[], $3::text[], $4::bigint[], $5::float8[], $6::uuid[], $7::timestamptz[])
                AS o (audit_id, outcome, row_count, duration_ms, receipt_id, ended_at)
            WHERE EXISTS (SELECT FROM query.audit_entries e WHERE e.tenant_id = $1 AND e.audit_id = o.audit_id)
            ON CONFLICT DO NOTHING
            """;

    private static final String RECORD_HITS = """
            INSERT INTO query.audit_entries (tenant_id, audit_id, asked_by, kind, cached, question_hash, spec_hash,
                sql_hashes, request_id, started_at, due_at, row_count, duration_ms)
            SELECT $1, h.audit_id, h.asked_by, h.kind, true, h.question_hash, h.spec_hash, '{}', h.request_id, h.at, h.at,
                h.row_count, h.duration_ms
            FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[],
                    $9::bigint[], $10::float8[])
                AS h (audit_id, asked_by, kind, question_hash, spec_hash, request_id, at, row_count, duration_ms)
            ON CONFLICT DO NOTHING
            """;

    private static final String FIND = """
            SELECT audit_id, asked_by, kind, cached, question_hash, spec_hash, sql_hashes, request_id, started_at, outcome,
                row_count, duration_ms, receipt_id
            FROM query.audit
            WHERE tenant_id = $1 AND audit_id >= $2 AND audit_id < $3
              AND ($4::text IS NULL OR asked_by = $4)
              AND ($5::text IS NULL OR outcome = $5)
              AND ($6::text IS NULL OR spec_hash = $6)
            ORDER BY audit_id DESC LIMIT $7
            """;

    Uni<Void> enter(SqlConnection connection, AuditEntry entry) {
        Purpose purpose = entry.purpose();
        Tuple values = Tuple.tuple()
                .addString(entry.caller().tenant().slug())
                .addUUID(entry.id())
                .addString(entry.caller().user())
                .addString(purpose.kind().wireName())
                .addString(entry.questionHash())
                .addString(purpose.specHash())
                .addArrayOfString(purpose.sqlHashes().toArray(String[]::new))
                .addString(entry.requestId())
                .addOffsetDateTime(offset(entry.startedAt()))
                .addOffsetDateTime(offset(entry.dueAt()));
        return connection.preparedQuery(ENTER).execute(values).replaceWithVoid();
    }

    Uni<Void> require(SqlConnection connection, AuditEntry entry) {
        return connection.preparedQuery(REQUIRE).execute(Tuple.of(entry.id())).replaceWithVoid();
    }

    /** Of entries of one tenant. */
    Uni<Void> conclude(SqlConnection connection, Tenant tenant, List<AuditOutcome> outcomes) {
        Tuple values = Tuple.tuple()
                .addString(tenant.slug())
                .addArrayOfUUID(outcomes.stream().map(each -> each.entry().id()).toArray(UUID[]::new))
                .addArrayOfString(
                        outcomes.stream().map(each -> each.outcome().wireName()).toArray(String[]::new))
                .addArrayOfLong(outcomes.stream().map(AuditOutcome::rows).toArray(Long[]::new))
                .addArrayOfDouble(
                        outcomes.stream().map(AuditOutcome::durationMs).toArray(Double[]::new))
                .addArrayOfUUID(outcomes.stream().map(AuditOutcome::receipt).toArray(UUID[]::new))
                .addArrayOfOffsetDateTime(
                        outcomes.stream().map(each -> offset(each.endedAt())).toArray(OffsetDateTime[]::new));
        return connection.preparedQuery(CONCLUDE).execute(values).replaceWithVoid();
    }

    /** Of one tenant. */
    Uni<Void> recordHits(SqlConnection connection, Tenant tenant, List<CacheHit> hits) {
        List<AuditEntry> entries = hits.stream().map(CacheHit::entry).toList();
        Tuple values = Tuple.tuple()
                .addString(tenant.slug())
                .addArrayOfUUID(entries.stream().map(AuditEntry::id).toArray(UUID[]::new))
                .addArrayOfString(
                        entries.stream().map(each -> each.caller().user()).toArray(String[]::new))
                .addArrayOfString(entries.stream()
                        .map(each -> each.purpose().kind().wireName())
                        .toArray(String[]::new))
                .addArrayOfString(entries.stream().map(AuditEntry::questionHash).toArray(String[]::new))
                .addArrayOfString(
                        entries.stream().map(each -> each.purpose().specHash()).toArray(String[]::new))
                .addArrayOfString(entries.stream().map(AuditEntry::requestId).toArray(String[]::new))
                .addArrayOfOffsetDateTime(
                        entries.stream().map(each -> offset(each.startedAt())).toArray(OffsetDateTime[]::new))
                .addArrayOfLong(hits.stream().map(CacheHit::rows).toArray(Long[]::new))
                .addArrayOfDouble(hits.stream().map(CacheHit::durationMs).toArray(Double[]::new));
        return connection.preparedQuery(RECORD_HITS).execute(values).replaceWithVoid();
    }

    /** The newest entries that pass the filter, newest first, and one more than wanted where there are more. */
    Uni<List<AuditView>> find(SqlConnection connection, Tenant tenant, AuditFilter filter) {
        Tuple values = Tuple.tuple()
                .addString(tenant.slug())
                .addUUID(filter.first())
                .addUUID(filter.end())
                .addString(filter.user())
                .addString(filter.outcome())
                .addString(filter.specHash())
                .addInteger(filter.size() + 1);
        return connection
                .preparedQuery(FIND)
                .execute(values)
                .map(rows -> rows.stream().map(AuditRepository::view).toList());
    }

    private static AuditView view(Row row) {
        return new AuditView(
                row.getUUID("audit_id"),
                row.getOffsetDateTime("started_at").toInstant(),
                row.getString("asked_by"),
                row.getString("kind"),
                row.getBoolean("cached"),
                row.getString("outcome"),
                row.getLong("row_count"),
                row.getDouble("duration_ms"),
                row.getString("question_hash"),
                row.getString("spec_hash"),
                List.of(row.getArrayOfStrings("sql_hashes")),
                row.getString("request_id"),
                row.getUUID("receipt_id"));
    }

    private static OffsetDateTime offset(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
