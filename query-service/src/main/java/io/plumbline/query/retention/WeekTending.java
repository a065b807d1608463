package io.plumbline.query.retention;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes room for the coming weeks and drops those that are too old. As the owner of the tables: the role that answers
 * callers can delete no receipt and nothing of the audit, not even its own tenant's.
 */
@ApplicationScoped
public class WeekTending {
    private static final Logger LOG = Logger.getLogger(WeekTending.class);
    private static final String TEND = "SELECT query.tend_weeks(?, cast(? as interval))";
    private static final String PATIENCE = "SET LOCAL lock_timeout = '5s'";

    private final AgroalDataSource owner;
    private final Instance<KeptByWeek> kept;
    private final Duration every;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("week-tending").factory());

    WeekTending(
            @DataSource("migrator") AgroalDataSource owner,
            @Any Instance<KeptByWeek> kept,
            @ConfigProperty(name = "plumbline.retention.tend-every") Duration every) {
        this.owner = owner;
        this.kept = kept;
        this.every = every;
    }

    void start(@Observes StartupEvent event) {
        var unused = turns.scheduleWithFixedDelay(this::tend, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        turns.shutdownNow();
    }

    /** What fails is tried again the next time, weeks before it is needed. */
    public void tend() {
        kept.forEach(each -> each.tables().forEach(table -> tend(table, each.retention())));
    }

    private void tend(String table, Duration retention) {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (var patience = connection.createStatement();
                    PreparedStatement statement = connection.prepareStatement(TEND)) {
                patience.execute(PATIENCE);
                statement.setString(1, table);
                statement.setString(2, retention.toString());
                report(table, statement);
            }
            connection.commit();
        } catch (SQLException e) {
            LOG.warnf(
                    e, "Old weeks of %s could not be dropped, nor new ones be made; that is tried again later", table);
        }
    }

    private static void report(String table, PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            if (result.next() && result.getInt(1) > 0) {
                LOG.infof("Dropped %d weeks of %s", result.getInt(1), table);
            }
        }
    }
}
