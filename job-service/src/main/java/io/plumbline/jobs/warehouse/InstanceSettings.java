package io.plumbline.jobs.warehouse;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.jobs.mapping.DetectedFields;
import io.plumbline.jobs.mapping.FieldMapping;
import io.plumbline.jobs.mapping.Role;
import io.plumbline.spec.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is stored of an instance's fields: the administrator's mapping and what was detected. */
final class InstanceSettings {
    private final String tenant;
    private final String instance;

    InstanceSettings(String tenant, String instance) {
        this.tenant = tenant;
        this.instance = instance;
    }

    FieldMapping mapping(Connection connection) throws SQLException {
        try (PreparedStatement query = prepared(
                        connection, "SELECT mapping FROM warehouse.instances WHERE tenant_id = ? AND instance_id = ?");
                ResultSet row = query.executeQuery()) {
            return row.next() ? Json.mapper().readValue(row.getString(1), FieldMapping.class) : FieldMapping.EMPTY;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored mapping can't be read", e);
        }
    }

    DetectedFields detected(Connection connection) throws SQLException {
        Map<String, Role> roles = new TreeMap<>();
        try (PreparedStatement query = prepared(
                        connection,
                        "SELECT field_id, role FROM jobs.detected_fields WHERE tenant_id = ? AND instance_id = ?");
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                roles.put(rows.getString(1), Role.valueOf(rows.getString(2).toUpperCase(Locale.ROOT)));
            }
        }
        return new DetectedFields(roles);
    }

    void save(Connection connection, DetectedFields detected) throws SQLException {
        try (PreparedStatement insert = prepared(connection, """
                INSERT INTO jobs.detected_fields (tenant_id, instance_id, field_id, role) VALUES (?, ?, ?, ?)
                ON CONFLICT (tenant_id, instance_id, field_id) DO UPDATE SET role = excluded.role""")) {
            for (Map.Entry<String, Role> field : detected.roles().entrySet()) {
                insert.setString(3, field.getKey());
                insert.setString(4, field.getValue().name().toLowerCase(Locale.ROOT));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(1, tenant);
        statement.setString(2, instance);
        return statement;
    }
}
