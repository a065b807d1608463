package io.plumbline.jobs.stats;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The materialized views in the database. As the migrator, who takes the role that owns them; the service's own role can
 * neither read nor refresh them.
 */
@ApplicationScoped
public class StatsViews {
    /** Refreshed in one transaction, so that all are of the versions in the first. */
    private static final List<String> VIEWS =
            List.of("mv_data_versions", "mv_sprint_stats_enriched", "mv_issue_comment_stats");

    /** One instance at a time; the number is the lock's name. */
    private static final long LOCK = 7_586_268_537_001L;

    private static final String STALE = """
            SELECT EXISTS (
                SELECT
                FROM warehouse.tenants t
                FULL JOIN warehouse.mv_data_versions v ON v.tenant_id = t.tenant_id
                WHERE t.data_version IS DISTINCT FROM v.data_version)""";

    private final AgroalDataSource owner;
    private final StatsSettings settings;

    StatsViews(@DataSource("warehouse") AgroalDataSource owner, StatsSettings settings) {
        this.owner = owner;
        this.settings = settings;
    }

    /** What a try to refresh came to. */
    public enum Outcome {
        /** They were of the present data. */
        FRESH,
        REFRESHED,
        /** Another instance is at it. */
        ELSEWHERE
    }

    /** Refreshes them if they are of an earlier version of some tenant's data. */
    Outcome refresh() throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            if (!isTrue(statement, "SELECT pg_try_advisory_lock(" + LOCK + ")")) {
                return Outcome.ELSEWHERE;
            }
            try {
                return refresh(connection, statement);
            } finally {
                statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
            }
        }
    }

    private Outcome refresh(Connection connection, Statement statement) throws SQLException {
        connection.setAutoCommit(false);
        try {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("SET LOCAL ROLE warehouse_facts");
            statement.execute("SET LOCAL work_mem = '64MB'");
            statement.execute(
                    "SET LOCAL statement_timeout = " + settings.timeout().toMillis());
            if (!isTrue(statement, STALE)) {
                return Outcome.FRESH;
            }
            for (String view : VIEWS) {
                statement.execute("REFRESH MATERIALIZED VIEW CONCURRENTLY warehouse." + view);
            }
            connection.commit();
            return Outcome.REFRESHED;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static boolean isTrue(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
