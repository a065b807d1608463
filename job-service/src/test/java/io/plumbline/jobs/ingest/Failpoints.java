package io.plumbline.jobs.ingest;

import io.plumbline.embedded.EmbeddedServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Places at which the database ends the service's connection, as a crash there would. */
final class Failpoints implements AutoCloseable {
    /** In a transaction of what is named. */
    enum Place {
        CLAIM_BEFORE_COMMIT("CREATE CONSTRAINT TRIGGER die AFTER INSERT ON jobs.inbox DEFERRABLE INITIALLY DEFERRED"),
        MERGE_IN_ITS_MIDST("CREATE TRIGGER die AFTER INSERT OR UPDATE ON warehouse.issues"),
        MERGE_BEFORE_COMMIT("CREATE CONSTRAINT TRIGGER die AFTER DELETE ON jobs.inbox DEFERRABLE INITIALLY DEFERRED");

        private final String trigger;

        Place(String trigger) {
            this.trigger = trigger;
        }

        private String table() {
            return trigger.contains("jobs.inbox") ? "jobs.inbox" : "warehouse.issues";
        }
    }

    private Place set;

    /** From now on, until it was reached that often. */
    void set(Place place, String tenant, int times) {
        clear();
        run("""
                CREATE SCHEMA IF NOT EXISTS failpoints;
                CREATE SEQUENCE IF NOT EXISTS failpoints.reached;
                ALTER SEQUENCE failpoints.reached RESTART;
                CREATE OR REPLACE FUNCTION failpoints.die() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
                BEGIN
                    IF nextval('failpoints.reached') <= %d THEN
                        PERFORM pg_terminate_backend(pg_backend_pid());
                    END IF;
                    RETURN NULL;
                END $$;
                %s FOR EACH ROW WHEN (%s.tenant_id = '%s') EXECUTE FUNCTION failpoints.die();
                """.formatted(times, place.trigger, place == Place.MERGE_BEFORE_COMMIT ? "OLD" : "NEW", tenant));
        set = place;
    }

    /** How often the place was passed; more than the times asked for means that it went on after them. */
    static long reached() {
        return Long.parseLong(
                Stored.rows("SELECT last_value FROM failpoints.reached").getFirst());
    }

    /**
     * Commits stand and are not answered: the database waits for a copy of itself that there is not. Who waits can be ended by
     * {@link #killWhoWaits}.
     */
    void holdAnswersOfCommits() {
        run("ALTER ROLE job_service SET synchronous_commit = 'on'");
        killAll();
        alterSystem("SET synchronous_standby_names = 'nobody'");
    }

    /** Ends the service's connections whose commit stands unanswered; gives how many. */
    static int killWhoWaits() {
        return kill("wait_event = 'SyncRep'");
    }

    /** Ends all connections of the service. */
    static int killAll() {
        return kill("true");
    }

    private static int kill(String which) {
        return Integer.parseInt(
                Stored.rows("SELECT count(*) FILTER (WHERE pg_terminate_backend(pid)) FROM pg_stat_activity"
                                + " WHERE usename IN ('job_service', 'job_scheduler') AND " + which)
                        .getFirst());
    }

    void answerCommits() {
        alterSystem("RESET synchronous_standby_names");
        run("ALTER ROLE job_service RESET synchronous_commit");
    }

    void clear() {
        if (set != null) {
            run("DROP TRIGGER die ON " + set.table());
            set = null;
        }
    }

    @Override
    public void close() {
        clear();
        answerCommits();
    }

    private static void alterSystem(String what) {
        run("ALTER SYSTEM " + what);
        run("SELECT pg_reload_conf()");
    }

    private static void run(String sql) {
        try (Connection connection = EmbeddedServers.postgres().connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
