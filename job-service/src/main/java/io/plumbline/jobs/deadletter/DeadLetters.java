package io.plumbline.jobs.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.spec.Json;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.Tenant;
import io.plumbline.spec.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** Keeps dead letters. The row and the message on the topic are written together; the relay sends the message. */
@ApplicationScoped
public class DeadLetters {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    // One that was kept already is neither kept nor told again.
    private static final String INSERT = """
            WITH kept AS (
                INSERT INTO jobs.dead_letters (tenant_id, letter_id, source, instance_id, code, reason, record, record_size,
                    headers, redrives)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10) ON CONFLICT DO NOTHING RETURNING tenant_id, letter_id
            )
            INSERT INTO jobs.outbox (tenant_id, event_id, topic, record_key, payload, headers)
            SELECT tenant_id, letter_id, $11, tenant_id, $12::jsonb, jsonb_build_object('redrive-count', $10::text) FROM kept""";
    private static final String BY_POSITION = INSERT.replaceAll("\\$\\d+", "?");

    private final TenantTransaction transactions;
    private final DeadLetterMeter meter;
    private final DeadLetterTopic topic;

    DeadLetters(TenantTransaction transactions, DeadLetterMeter meter, DeadLetterTopic topic) {
        this.transactions = transactions;
        this.meter = meter;
        this.topic = topic;
    }

    /** Keeps a letter of a tenant; ends when it is durable. */
    public Uni<UUID> record(Tenant tenant, DeadLetter letter) {
        return transactions.run(
                Caller.system(tenant, "dead-letters"),
                Mode.READ_WRITE,
                TIMEOUT,
                connection -> record(connection, tenant, letter));
    }

    /** The same in a transaction of the caller's. */
    public Uni<UUID> record(SqlConnection connection, Tenant tenant, DeadLetter letter) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.from(Arrays.asList(
                        tenant.slug(),
                        letter.id(),
                        letter.source().column(),
                        letter.instance(),
                        letter.code(),
                        letter.reason(),
                        Buffer.buffer(kept(letter)),
                        (long) letter.record().length,
                        new JsonObject(Map.copyOf(letter.headers())),
                        letter.redrives(),
                        letter.source().topic(),
                        new JsonObject(LetterMessage.of(tenant, letter).toString()))))
                .invoke(kept -> count(letter, kept.rowCount()))
                .replaceWith(letter.id());
    }

    /** The same on a connection of an import, in its transaction. */
    public UUID record(Connection connection, Tenant tenant, DeadLetter letter) throws SQLException {
        int kept = execute(
                connection,
                BY_POSITION,
                tenant.slug(),
                letter.id(),
                letter.source().column(),
                letter.instance(),
                letter.code(),
                letter.reason(),
                kept(letter),
                (long) letter.record().length,
                json(letter.headers()),
                letter.redrives(),
                letter.source().topic(),
                LetterMessage.of(tenant, letter).toString(),
                letter.redrives());
        count(letter, kept);
        return letter.id();
    }

    private void count(DeadLetter letter, int kept) {
        if (kept > 0) {
            meter.count(letter.source());
        }
    }

    /** Tells the topic of a letter whose tenant nothing proves, so that no table may hold it; ends when the broker has it. */
    public Uni<Void> recordAnonymous(DeadLetter letter) {
        meter.count(letter.source());
        return topic.send(letter);
    }

    private static byte[] kept(DeadLetter letter) {
        byte[] record = letter.record();
        return record.length > DeadLetter.KEPT ? Arrays.copyOf(record, DeadLetter.KEPT) : record;
    }

    private static String json(Map<String, String> headers) {
        try {
            return Json.mapper().writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
