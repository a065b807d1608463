package io.plumbline.query.freshness;

import io.plumbline.spec.tenant.Tenant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;

/** Reads a tenant's row of the warehouse. */
@ApplicationScoped
public class FreshnessRepository {
    /** For the audit: it is sent with every statement that reads. */
    public static final String FIND = "SELECT data_version, data_as_of FROM warehouse.tenants WHERE tenant_id = $1";

    /** The state that the transaction sees. */
    public Uni<Freshness> load(SqlConnection connection, Tenant tenant) {
        return connection.preparedQuery(FIND).execute(Tuple.of(tenant.slug())).map(FreshnessRepository::first);
    }

    private static Freshness first(RowSet<Row> rows) {
        var found = rows.iterator();
        return found.hasNext() ? freshness(found.next()) : Freshness.NOTHING_IMPORTED;
    }

    private static Freshness freshness(Row row) {
        OffsetDateTime asOf = row.getOffsetDateTime("data_as_of");
        return new Freshness(row.getLong("data_version"), asOf == null ? null : asOf.toInstant());
    }
}
