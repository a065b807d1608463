package io.plumbline.jobs.ingest;

import io.plumbline.jobs.deadletter.Source;
import io.plumbline.spec.tenant.Tenant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Takes what waits in a tenant's inbox, the oldest first, until the transaction's end: another process passes it over. */
final class InboxReader {
    /** A merge holds its records in memory: not more than this, unless one alone is more. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final int FETCH = 64;

    /** The records that wait of the instance whose turn it is. */
    record Waiting(String instance, List<WaitingRecord> records) {}

    private InboxReader() {}

    /** Null where nothing waits that is free. */
    static Waiting read(Connection connection, Tenant tenant, int most) throws SQLException {
        String instance = oldest(connection, tenant);
        return instance == null ? null : new Waiting(instance, records(connection, tenant, instance, most));
    }

    private static String oldest(Connection connection, Tenant tenant) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT instance_id FROM jobs.inbox WHERE tenant_id = ? ORDER BY received_at, position LIMIT 1
                FOR UPDATE SKIP LOCKED""")) {
            query.setString(1, tenant.slug());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private static List<WaitingRecord> records(Connection connection, Tenant tenant, String instance, int most)
            throws SQLException {
        List<WaitingRecord> records = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT record_id, source, record, letter_id, received_at FROM jobs.inbox
                WHERE tenant_id = ? AND instance_id = ? ORDER BY received_at, position, record_id LIMIT ?
                FOR UPDATE SKIP LOCKED""")) {
            query.setString(1, tenant.slug());
            query.setString(2, instance);
            query.setInt(3, most);
            query.setFetchSize(FETCH);
            long bytes = 0;
            try (ResultSet rows = query.executeQuery()) {
                while (bytes < MOST_BYTES && rows.next()) {
                    byte[] record = rows.getBytes(3);
                    bytes += record.length;
                    records.add(new WaitingRecord(
                            rows.getObject(1, UUID.class),
                            Source.find(rows.getString(2)).orElseThrow(),
                            record,
                            rows.getObject(4, UUID.class),
                            rows.getTimestamp(5).toInstant()));
                }
            }
        }
        return records;
    }
}
