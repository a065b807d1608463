package io.plumbline.jobs.ingest;

import io.plumbline.jobs.secret.SealedSecrets;
import io.plumbline.jobs.secret.Secrets;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Mode;
import io.plumbline.spec.tenant.Tenant;
import io.plumbline.spec.tenant.TenantTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The secrets under which instances sign their webhooks. They are stored sealed and shown once. */
@ApplicationScoped
public class WebhookSecrets implements SealedSecrets {
    private static final int BYTES = 32;
    private static final int KEPT = 10_000;

    private static final String SAVE = """
            INSERT INTO jobs.webhook_secrets (tenant_id, instance_id, secret, created_by) VALUES ($1, $2, $3, $4)
            ON CONFLICT (tenant_id, instance_id) DO UPDATE SET
                secret = excluded.secret, created_by = excluded.created_by, created_at = clock_timestamp()
            RETURNING created_by, created_at""";
    private static final String LOAD =
            "SELECT secret, created_by, created_at FROM jobs.webhook_secrets WHERE tenant_id = $1 AND instance_id = $2";
    private static final String DELETE = "DELETE FROM jobs.webhook_secrets WHERE tenant_id = $1 AND instance_id = $2";

    private static final String LIST = "SELECT instance_id, secret FROM jobs.webhook_secrets WHERE tenant_id = $1";
    private static final String RESEAL =
            "UPDATE jobs.webhook_secrets SET secret = $3 WHERE tenant_id = $1 AND instance_id = $2 AND secret = $4";

    private final TenantTransaction transactions;
    private final Secrets secrets;
    private final IngestSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final Map<Place, Known> known = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Known> eldest) {
            return size() > KEPT;
        }
    };

    /** When and by whom a secret was made. */
    record Made(String by, Instant at) {}

    private record Place(Tenant tenant, String instance) {}

    private record Known(Optional<String> secret, long at) {}

    WebhookSecrets(TenantTransaction transactions, Secrets secrets, IngestSettings settings) {
        this.transactions = transactions;
        this.secrets = secrets;
        this.settings = settings;
    }

    String generate() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Makes it the instance's secret; the former one ends. */
    Uni<Made> save(Caller caller, String instance, String secret) {
        byte[] sealed = secrets.seal(caller.tenant(), purpose(instance), secret);
        return transactions
                .run(
                        caller,
                        Mode.READ_WRITE,
                        Inbox.TIMEOUT,
                        connection -> connection
                                .preparedQuery(SAVE)
                                .execute(Tuple.of(
                                        caller.tenant().slug(), instance, Buffer.buffer(sealed), caller.user()))
                                .map(rows -> made(rows.iterator().next())))
                .invoke(() -> forget(caller.tenant(), instance));
    }

    /** When the present secret was made; empty where there is none. */
    Uni<Optional<Made>> load(Caller caller, String instance) {
        return row(caller, instance).map(row -> row.map(WebhookSecrets::made));
    }

    Uni<Boolean> delete(Caller caller, String instance) {
        return transactions
                .run(
                        caller,
                        Mode.READ_WRITE,
                        Inbox.TIMEOUT,
                        connection -> connection
                                .preparedQuery(DELETE)
                                .execute(Tuple.of(caller.tenant().slug(), instance))
                                .map(rows -> rows.rowCount() == 1))
                .invoke(() -> forget(caller.tenant(), instance));
    }

    /** The secret of an instance, as it was a few seconds ago at the latest; empty where there is none. */
    Uni<Optional<String>> find(Tenant tenant, String instance) {
        var place = new Place(tenant, instance);
        synchronized (known) {
            Known remembered = known.get(place);
            if (remembered != null
                    && System.nanoTime() - remembered.at()
                            < settings.secretAge().toNanos()) {
                return Uni.createFrom().item(remembered.secret());
            }
        }
        return row(Caller.system(tenant, "webhook"), instance)
                .map(row -> row.map(found -> secrets.open(tenant, purpose(instance), sealed(found))))
                .invoke(secret -> remember(place, secret));
    }

    @Override
    public Uni<Integer> reseal(Caller caller) {
        return transactions.run(
                caller,
                Mode.READ_WRITE,
                Inbox.TIMEOUT,
                connection -> connection
                        .preparedQuery(LIST)
                        .execute(Tuple.of(caller.tenant().slug()))
                        .onItem()
                        .transformToMulti(Multi.createFrom()::iterable)
                        .filter(row -> !secrets.isCurrent(sealed(row)))
                        .onItem()
                        .transformToUniAndConcatenate(row -> reseal(connection, caller.tenant(), row))
                        .collect()
                        .with(Collectors.summingInt(Integer::intValue)));
    }

    private Uni<Integer> reseal(SqlConnection connection, Tenant tenant, Row row) {
        String instance = row.getString("instance_id");
        byte[] sealed = sealed(row);
        byte[] anew = secrets.reseal(tenant, purpose(instance), sealed);
        return connection
                .preparedQuery(RESEAL)
                .execute(Tuple.of(tenant.slug(), instance, Buffer.buffer(anew), Buffer.buffer(sealed)))
                .map(RowSet::rowCount);
    }

    private void remember(Place place, Optional<String> secret) {
        synchronized (known) {
            known.put(place, new Known(secret, System.nanoTime()));
        }
    }

    private void forget(Tenant tenant, String instance) {
        synchronized (known) {
            known.remove(new Place(tenant, instance));
        }
    }

    private Uni<Optional<Row>> row(Caller caller, String instance) {
        return transactions.run(
                caller,
                Mode.READ_ONLY,
                Inbox.TIMEOUT,
                connection -> connection
                        .preparedQuery(LOAD)
                        .execute(Tuple.of(caller.tenant().slug(), instance))
                        .map(WebhookSecrets::first));
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
    }

    private static Made made(Row row) {
        return new Made(
                row.getString("created_by"), row.getOffsetDateTime("created_at").toInstant());
    }

    private static byte[] sealed(Row row) {
        return row.getBuffer("secret").getBytes();
    }

    private static String purpose(String instance) {
        return "webhook:" + instance;
    }
}
