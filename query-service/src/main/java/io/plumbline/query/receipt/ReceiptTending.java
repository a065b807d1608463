package io.plumbline.query.receipt;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Makes room for the receipts of the coming weeks and drops those that are too old. As the owner of the tables: the role
 * that answers callers can delete no receipt, not even its own tenant's.
 */
@ApplicationScoped
public class ReceiptTending {
    private static final Logger LOG = Logger.getLogger(ReceiptTending.class);
    private static final String TEND = "SELECT query.tend_receipts(cast(? as interval))";
    private static final String PATIENCE = "SET LOCAL lock_timeout = '5s'";

    private final AgroalDataSource owner;
    private final ReceiptConfig config;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("receipt-tending").factory());

    ReceiptTending(@DataSource("migrator") AgroalDataSource owner, ReceiptConfig config) {
        this.owner = owner;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        var unused =
                turns.scheduleWithFixedDelay(this::tend, 0, config.tendEvery().toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        turns.shutdownNow();
    }

    /** What fails is tried again the next time, weeks before it is needed. */
    void tend() {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (var patience = connection.createStatement();
                    PreparedStatement statement = connection.prepareStatement(TEND)) {
                patience.execute(PATIENCE);
                statement.setString(1, config.retention().toString());
                report(statement);
            }
            connection.commit();
        } catch (SQLException e) {
            LOG.warn("Old receipts could not be dropped, nor room be made for new ones; that is tried again later", e);
        }
    }

    private static void report(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            if (result.next() && result.getInt(1) > 0) {
                LOG.infof("Dropped %d weeks of receipts", result.getInt(1));
            }
        }
    }
}
