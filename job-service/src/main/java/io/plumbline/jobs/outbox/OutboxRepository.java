package io.plumbline.jobs.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.Json;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.Tenant;
import io.plumbline.spec.tenant.TenantTransaction;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rows of the outbox: which tenants have some, and a batch of one tenant's, locked while it is published. */
@ApplicationScoped
public class OutboxRepository {
    private static final int TENANTS = 200;

    private static final String WAITING = """
            SELECT tenant_id FROM jobs.outbox GROUP BY tenant_id ORDER BY min(created_at) LIMIT $1""";

    // A record waits while an earlier one of its topic and key is not in the batch: another relay has it.
    private static final String BATCH = """
            WITH batch AS MATERIALIZED (
                SELECT event_id, topic, record_key, seq, payload, headers, created_at
                FROM jobs.outbox WHERE tenant_id = $1 ORDER BY created_at, seq LIMIT $2 FOR UPDATE SKIP LOCKED
            )
            SELECT event_id, topic, record_key, seq, payload::text AS payload, headers::text AS headers FROM batch b
            WHERE seq = 0 OR NOT EXISTS (
                SELECT FROM jobs.outbox o
                WHERE o.tenant_id = $1 AND o.topic = b.topic AND o.record_key = b.record_key AND o.seq > 0 AND o.seq < b.seq
                    AND NOT EXISTS (SELECT FROM batch x WHERE x.event_id = o.event_id))
            ORDER BY created_at, seq""";

    private static final String DELETE = "DELETE FROM jobs.outbox WHERE tenant_id = $1 AND event_id = ANY ($2)";

    private final Pool scheduler;
    private final TenantTransaction transactions;
    private final OutboxConfig config;

    OutboxRepository(
            @ReactiveDataSource("scheduler") Pool scheduler, TenantTransaction transactions, OutboxConfig config) {
        this.scheduler = scheduler;
        this.transactions = transactions;
        this.config = config;
    }

    /** The tenants that have something to publish, that of the oldest record first. */
    Uni<List<Tenant>> waiting() {
        return scheduler
                .preparedQuery(WAITING)
                .execute(Tuple.of(TENANTS))
                .map(rows ->
                        stream(rows).map(row -> Tenant.of(row.getString(0))).toList());
    }

    /**
     * Locks a batch, has it published, and deletes what the broker has; the rest waits for another turn.
     *
     * @return how many records the batch had, and what became of them
     */
    Uni<Handled> relay(Tenant tenant, Function<List<OutboxRecord>, Uni<Published>> publish) {
        // The statements are short; the time is the broker's, thrice: for the topics, the records and what they wait
        // for.
        Duration limit = config.deliveryTimeout().multipliedBy(3);
        return transactions.run(
                Caller.system(tenant, "outbox-relay"),
                Mode.READ_WRITE,
                limit,
                connection -> connection
                        .preparedQuery(BATCH)
                        .execute(Tuple.of(tenant.slug(), config.batch()))
                        .map(OutboxRepository::records)
                        .flatMap(batch -> publish.apply(batch)
                                .call(done -> connection
                                        .preparedQuery(DELETE)
                                        .execute(Tuple.of(
                                                tenant.slug(), done.ids().toArray(UUID[]::new))))
                                .map(done -> new Handled(batch.size(), done))));
    }

    /** A batch of so many records, and what became of them. */
    record Handled(int records, Published published) {
        boolean isWhole() {
            return published.ids().size() == records;
        }
    }

    private static List<OutboxRecord> records(RowSet<Row> rows) {
        return stream(rows)
                .map(row -> new OutboxRecord(
                        row.getUUID("event_id"),
                        row.getString("topic"),
                        row.getString("record_key"),
                        row.getLong("seq"),
                        row.getString("payload"),
                        headers(row.getString("headers"))))
                .toList();
    }

    private static Map<String, String> headers(String json) {
        Map<String, String> headers = new HashMap<>();
        try {
            for (Map.Entry<String, JsonNode> header :
                    Json.mapper().readTree(json).properties()) {
                headers.put(header.getKey(), header.getValue().asText());
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column of JSON holds none", e);
        }
        return headers;
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
