package io.plumbline.query.database;

import io.plumbline.spec.rowsecurity.RowSecurityFinding;
import io.plumbline.spec.rowsecurity.RowSecurityLint;
import io.plumbline.spec.rowsecurity.RowSecurityLints;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Refuses to start where the second tenant lock, row level security, would not hold. */
@ApplicationScoped
public class DatabaseGuard {
    private static final Logger LOG = Logger.getLogger(DatabaseGuard.class);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final String FACTS = """
            SELECT current_user::text AS role,
                   EXISTS (SELECT FROM pg_catalog.pg_roles r
                           WHERE (r.rolsuper OR r.rolbypassrls)
                             AND pg_catalog.pg_has_role(current_user, r.oid, 'MEMBER')) AS bypasses_security,
                   EXISTS (SELECT FROM pg_catalog.pg_class c
                           JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                           WHERE n.nspname IN ('warehouse', 'query') AND c.relkind IN ('r', 'p', 'v', 'm')
                             AND pg_catalog.pg_has_role(current_user, c.relowner, 'MEMBER')) AS owns_tables
            """;

    private final Pool pool;
    private final Duration patience;

    DatabaseGuard(Pool pool, QueryConfig config) {
        this.pool = pool;
        this.patience = config.startPatience();
    }

    void check(@Observes StartupEvent event) {
        List<String> objections = awaitObjections();
        if (!objections.isEmpty()) {
            throw new IllegalStateException("query-service does not start: " + String.join(" ", objections));
        }
    }

    // Under load, or while the server itself starts, the first connection may take longer than a caller would wait.
    private List<String> awaitObjections() {
        try {
            return objections()
                    .ifNoItem()
                    .after(ANSWER)
                    .fail()
                    .onFailure(DatabaseGuard::mayPass)
                    .invoke(failure -> LOG.infof("PostgreSQL does not answer yet: %s", failure))
                    .onFailure(DatabaseGuard::mayPass)
                    .retry()
                    .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                    .expireIn(patience.toMillis())
                    .await()
                    .indefinitely();
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "query-service does not start: PostgreSQL gave no connection, tried for up to " + patience
                            + ". Check that it runs, and PLUMBLINE_DB and PLUMBLINE_DB_PASSWORD.",
                    e);
        }
    }

    /** A role or password that is refused stays so. */
    private static boolean mayPass(Throwable failure) {
        return !(failure instanceof PgException fault)
                || fault.getSqlState() == null
                || !fault.getSqlState().startsWith("28");
    }

    private Uni<List<String>> objections() {
        return pool.withConnection(connection -> Uni.join()
                .all(facts(connection), findings(connection))
                .usingConcurrencyOf(1)
                .andFailFast()
                .map(parts -> parts.stream().flatMap(List::stream).toList()));
    }

    private static Uni<List<String>> facts(SqlConnection connection) {
        return connection
                .preparedQuery(FACTS)
                .execute()
                .map(rows -> facts(rows.iterator().next()).objections());
    }

    private static Uni<List<String>> findings(SqlConnection connection) {
        return Multi.createFrom()
                .iterable(RowSecurityLints.AT_START)
                .onItem()
                .transformToMultiAndConcatenate(lint -> findings(connection, lint))
                .collect()
                .asList();
    }

    private static Multi<String> findings(SqlConnection connection, RowSecurityLint lint) {
        return connection
                .preparedQuery(lint.sql())
                .execute()
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .map(row -> new RowSecurityFinding(lint, row.getString("object"), row.getString("finding")).toString());
    }

    private static DatabaseFacts facts(Row row) {
        return new DatabaseFacts(
                row.getString("role"), row.getBoolean("bypasses_security"), row.getBoolean("owns_tables"));
    }
}
