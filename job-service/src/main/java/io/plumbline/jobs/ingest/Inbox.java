package io.plumbline.jobs.ingest;

import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.Tenant;
import io.plumbline.spec.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Claims records: once a claim ends, the record survives whatever happens. */
@ApplicationScoped
public class Inbox {
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final String INSERT = """
            INSERT INTO jobs.inbox (tenant_id, record_id, instance_id, source, record, letter_id, position)
            SELECT $1, r.record_id, r.instance_id, r.source, r.record, r.letter_id, r.position
            FROM unnest($2::uuid[], $3::text[], $4::text[], $5::bytea[], $6::uuid[])
                WITH ORDINALITY AS r (record_id, instance_id, source, record, letter_id, position)
            ON CONFLICT DO NOTHING""";
    private static final String DELIVER = """
            WITH old AS (
                DELETE FROM jobs.webhook_deliveries WHERE tenant_id = $1 AND received_at < clock_timestamp() - $6 * interval '1 second'
            ), news AS (
                INSERT INTO jobs.webhook_deliveries (tenant_id, instance_id, body_hash) VALUES ($1, $2, $3)
                ON CONFLICT DO NOTHING RETURNING instance_id
            )
            INSERT INTO jobs.inbox (tenant_id, record_id, instance_id, source, record)
            SELECT $1, $4, instance_id, 'webhook', $5 FROM news""";

    private static final String REMEMBER = """
            INSERT INTO jobs.webhook_deliveries (tenant_id, instance_id, body_hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING""";

    private final TenantTransaction transactions;

    Inbox(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    /** Claims records of one tenant with one statement. */
    Uni<Void> claim(Tenant tenant, List<Claim> claims) {
        return transactions.run(
                Caller.system(tenant, "ingest"),
                Mode.READ_WRITE,
                TIMEOUT,
                connection -> claim(connection, tenant, claims));
    }

    /** The same in a transaction of the caller's. */
    Uni<Void> claim(SqlConnection connection, Tenant tenant, List<Claim> claims) {
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.from(Arrays.asList(
                        tenant.slug(),
                        array(claims, Claim::id, UUID[]::new),
                        array(claims, Claim::instance, String[]::new),
                        array(claims, claim -> claim.source().column(), String[]::new),
                        array(claims, claim -> Buffer.buffer(claim.record()), Buffer[]::new),
                        array(claims, Claim::letter, UUID[]::new))))
                .replaceWithVoid();
    }

    /**
     * Claims what a webhook delivered.
     *
     * @param remembered how long the same delivery is known
     * @return whether it is new
     */
    Uni<Boolean> deliver(Tenant tenant, String instance, byte[] bodyHash, byte[] record, Duration remembered) {
        return transactions.run(
                Caller.system(tenant, "webhook"),
                Mode.READ_WRITE,
                TIMEOUT,
                connection -> connection
                        .preparedQuery(DELIVER)
                        .execute(Tuple.from(Arrays.asList(
                                tenant.slug(),
                                instance,
                                Buffer.buffer(bodyHash),
                                UUID.randomUUID(),
                                Buffer.buffer(record),
                                (double) remembered.toSeconds())))
                        .map(rows -> rows.rowCount() == 1));
    }

    /** Whether the same delivery did not come in the last minutes; from now on it did. */
    Uni<Boolean> isNew(Tenant tenant, String instance, byte[] bodyHash) {
        return transactions.run(
                Caller.system(tenant, "webhook"),
                Mode.READ_WRITE,
                TIMEOUT,
                connection -> connection
                        .preparedQuery(REMEMBER)
                        .execute(Tuple.of(tenant.slug(), instance, Buffer.buffer(bodyHash)))
                        .map(rows -> rows.rowCount() == 1));
    }

    private static <T> T[] array(List<Claim> claims, Function<Claim, T> member, IntFunction<T[]> maker) {
        return claims.stream().map(member).toArray(maker);
    }
}
