package io.plumbline.query.database;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/** Refuses to start where the second tenant lock, row level security, would not hold. */
@ApplicationScoped
public class DatabaseGuard {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String FACTS = """
            SELECT current_user::text AS role,
                   current_setting('server_version_num')::int AS version_number,
                   EXISTS (SELECT FROM pg_catalog.pg_roles r
                           WHERE (r.rolsuper OR r.rolbypassrls)
                             AND pg_catalog.pg_has_role(current_user, r.oid, 'MEMBER')) AS bypasses_security,
                   EXISTS (SELECT FROM pg_catalog.pg_class c
                           JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                           WHERE n.nspname IN ('warehouse', 'query') AND c.relkind IN ('r', 'p', 'v', 'm')
                             AND pg_catalog.pg_has_role(current_user, c.relowner, 'MEMBER')) AS owns_tables
            """;

    private final Pool pool;

    DatabaseGuard(Pool pool) {
        this.pool = pool;
    }

    void check(@Observes StartupEvent event) {
        List<String> objections = facts(pool).await().atMost(PATIENCE).objections();
        if (!objections.isEmpty()) {
            throw new IllegalStateException("query-service does not start: " + String.join(" ", objections));
        }
    }

    static Uni<DatabaseFacts> facts(Pool pool) {
        return pool.preparedQuery(FACTS)
                .execute()
                .map(rows -> facts(rows.iterator().next()));
    }

    private static DatabaseFacts facts(Row row) {
        return new DatabaseFacts(
                row.getString("role"),
                row.getInteger("version_number"),
                row.getBoolean("bypasses_security"),
                row.getBoolean("owns_tables"));
    }
}
