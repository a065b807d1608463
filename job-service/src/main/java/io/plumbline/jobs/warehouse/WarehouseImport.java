package io.plumbline.jobs.warehouse;

import io.plumbline.jobs.mapping.DetectedFields;
import io.plumbline.jobs.mapping.FieldMapping;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** One import on one connection: stages the records, then merges them. Doing it again changes nothing more. */
public final class WarehouseImport {
    private final Connection connection;
    private final TenantSession session;
    private final SqlSteps steps;
    private final InstanceSettings settings;
    private final ImportProgress progress;

    public WarehouseImport(Connection connection, String tenant, String instance, ImportProgress progress) {
        this(connection, new TenantSession(connection, tenant), tenant, instance, progress);
    }

    /** The same with transactions of that session on the connection. */
    public WarehouseImport(
            Connection connection, TenantSession session, String tenant, String instance, ImportProgress progress) {
        this.connection = connection;
        this.session = session;
        this.steps = new SqlSteps(tenant, instance);
        this.settings = new InstanceSettings(tenant, instance);
        this.progress = progress;
    }

    /**
     * Runs the import.
     *
     * @param deriveAll whether all issues of the instance are derived again, because its mapping changed
     */
    public Merged run(RecordSource source, boolean deriveAll) throws SQLException, IOException {
        FieldMapping mapping = session.transaction(settings::mapping);
        DetectedFields detected = session.transaction(settings::detected);
        var before = Map.copyOf(detected.roles());
        boolean well = false;
        try {
            Stage stage = stage(source, mapping, detected);
            boolean all = deriveAll || !before.equals(detected.roles());
            var merge = new Merge(steps, settings, stage, mapping, detected, progress);
            Merged merged = session.transaction(open -> merge.run(open, all));
            well = true;
            return merged;
        } finally {
            // A transaction that failed and is still open takes nothing but its end, which undoes the stage as well.
            if (!connection.isClosed() && (well || !session.isOpen())) {
                Stage.discard(connection);
            }
        }
    }

    /** Tells the planner of what a large import brought. */
    public void gatherStatistics() throws SQLException {
        steps.run(connection, "analyze");
    }

    /** Where the records tell what fields are for, they are gone through once more with that knowledge. */
    private Stage stage(RecordSource source, FieldMapping mapping, DetectedFields detected)
            throws SQLException, IOException {
        while (true) {
            progress.restarted();
            Stage stage = Stage.create(connection, steps);
            var staging = new RecordStaging(stage, mapping, detected, progress);
            source.forEach(staging);
            if (!staging.isOutdated()) {
                staging.finish();
                return stage;
            }
        }
    }
}
