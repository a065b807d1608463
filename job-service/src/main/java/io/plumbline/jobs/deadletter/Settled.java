package io.plumbline.jobs.deadletter;

import io.plumbline.spec.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;

/** What becomes of a letter that is being replayed, within a transaction of its tenant. */
public final class Settled {
    private static final String REPLAYED = """
            UPDATE jobs.dead_letters SET state = 'replayed', settled_at = clock_timestamp()
            WHERE tenant_id = $1 AND letter_id = $2""";
    private static final String OPEN_AGAIN = """
            UPDATE jobs.dead_letters SET state = 'open', code = $3, reason = $4, settled_at = NULL, settled_by = NULL
            WHERE tenant_id = $1 AND letter_id = $2""";

    private Settled() {}

    /** Its record was taken in. */
    public static Uni<Void> replayed(SqlConnection connection, Tenant tenant, UUID letter) {
        return connection
                .preparedQuery(REPLAYED)
                .execute(Tuple.of(tenant.slug(), letter))
                .replaceWithVoid();
    }

    /** Its record was refused again, for the reason of the given letter. */
    public static Uni<Void> openAgain(SqlConnection connection, Tenant tenant, UUID letter, DeadLetter refused) {
        return connection
                .preparedQuery(OPEN_AGAIN)
                .execute(Tuple.of(tenant.slug(), letter, refused.code(), refused.reason()))
                .replaceWithVoid();
    }
}
