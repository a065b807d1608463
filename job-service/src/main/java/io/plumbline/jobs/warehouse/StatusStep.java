package io.plumbline.jobs.warehouse;

import io.plumbline.jobs.mapping.StatusMeanings;
import io.plumbline.jobs.tracker.Category;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** Works out what each of an instance's statuses means; {@code status_meanings.sql} then writes it down. */
final class StatusStep {
    private final SqlSteps steps;
    private final StatusMeanings meanings;

    StatusStep(SqlSteps steps, StatusMeanings meanings) {
        this.steps = steps;
        this.meanings = meanings;
    }

    void run(Connection connection) throws SQLException {
        try (PreparedStatement query = steps.prepare(connection, """
                        SELECT status_id, name, raw_category FROM warehouse.statuses
                        WHERE tenant_id = :tenant AND instance_id = :instance""");
                ResultSet statuses = query.executeQuery();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO pg_temp.status_meaning VALUES (?, ?, ?)")) {
            while (statuses.next()) {
                String id = statuses.getString(1);
                String name = statuses.getString(2);
                insert.setString(1, id);
                insert.setString(
                        2,
                        meanings.category(id, name, category(statuses.getString(3)))
                                .column());
                insert.setBoolean(3, meanings.isBlocked(id, name));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Category category(String column) {
        return column == null ? null : Category.valueOf(column.toUpperCase(Locale.ROOT));
    }
}
