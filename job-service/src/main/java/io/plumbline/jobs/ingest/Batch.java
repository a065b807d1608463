package io.plumbline.jobs.ingest;

import io.plumbline.jobs.deadletter.DeadLetter;
import io.plumbline.jobs.deadletter.DeadLetters;
import io.plumbline.jobs.tracker.LineReader;
import io.plumbline.jobs.warehouse.ImportProgress;
import io.plumbline.jobs.warehouse.RecordSource;
import io.plumbline.spec.tenant.Tenant;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Records of one instance as an import, which ends with them gone from the inbox: merged, or dead letters with the reason. All
 * of that is one transaction.
 */
final class Batch implements RecordSource, ImportProgress {
    private static final Logger LOG = Logger.getLogger(Batch.class);

    private final Tenant tenant;
    private final String instance;
    private final List<WaitingRecord> records;
    private final DeadLetters letters;
    private final Map<Integer, String> rejected = new HashMap<>();

    Batch(Tenant tenant, String instance, List<WaitingRecord> records, DeadLetters letters) {
        this.tenant = tenant;
        this.instance = instance;
        this.records = records;
        this.letters = letters;
    }

    @Override
    public void forEach(LineSink sink) throws SQLException {
        long number = 1;
        for (WaitingRecord waiting : records) {
            byte[] line = waiting.record();
            sink.line(number++, line, line.length, line.length > LineReader.MAX_LINE);
        }
    }

    @Override
    public void restarted() {
        rejected.clear();
    }

    @Override
    public void accepted() {
        // What is not rejected is accepted.
    }

    @Override
    public void rejected(long line, String reason, String excerpt) {
        if (line > 0) {
            rejected.put((int) line - 1, reason);
        } else {
            LOG.warnf("%s of %s could not be derived again: %s", excerpt, instance, reason);
        }
    }

    @Override
    public void step(String name, double share) {
        // Nobody watches a merge this short.
    }

    @Override
    public void completed(Connection connection) throws SQLException {
        Set<UUID> ours = remove(connection);
        settleReplays(connection);
        for (Map.Entry<Integer, String> fault : rejected.entrySet()) {
            WaitingRecord waiting = records.get(fault.getKey());
            if (ours.contains(waiting.id())) {
                letter(connection, waiting, "invalid_record", fault.getValue());
            }
        }
    }

    /** Takes the only record out of the inbox unmerged. */
    void giveUp(Connection connection, String code, String reason) throws SQLException {
        if (!remove(connection).isEmpty()) {
            letter(connection, records.getFirst(), code, reason);
        }
    }

    int size() {
        return records.size();
    }

    WaitingRecord first() {
        return records.getFirst();
    }

    List<WaitingRecord> withOutcome(boolean merged) {
        List<WaitingRecord> found = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            if (rejected.containsKey(i) != merged) {
                found.add(records.get(i));
            }
        }
        return found;
    }

    /** The records that were still there: another process may have merged the others, which changed nothing more. */
    private Set<UUID> remove(Connection connection) throws SQLException {
        Set<UUID> removed = new HashSet<>();
        try (PreparedStatement delete = connection.prepareStatement(
                "DELETE FROM jobs.inbox WHERE tenant_id = ? AND record_id = ANY (?) RETURNING record_id")) {
            delete.setString(1, tenant.slug());
            delete.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", records.stream().map(WaitingRecord::id).toArray()));
            try (ResultSet rows = delete.executeQuery()) {
                while (rows.next()) {
                    removed.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return removed;
    }

    private void settleReplays(Connection connection) throws SQLException {
        Object[] merged = withOutcome(true).stream()
                .map(WaitingRecord::letter)
                .filter(Objects::nonNull)
                .toArray();
        if (merged.length == 0) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE jobs.dead_letters SET state = 'replayed', settled_at = clock_timestamp()
                WHERE tenant_id = ? AND letter_id = ANY (?)""")) {
            update.setString(1, tenant.slug());
            update.setArray(2, connection.createArrayOf("uuid", merged));
            update.executeUpdate();
        }
    }

    /** A replay that fails again opens its letter again. */
    private void letter(Connection connection, WaitingRecord waiting, String code, String reason) throws SQLException {
        var letter =
                new DeadLetter(waiting.id(), waiting.source(), instance, code, reason, waiting.record(), Map.of(), 0);
        if (waiting.letter() == null) {
            letters.record(connection, tenant, letter);
        } else {
            reopen(connection, waiting.letter(), letter);
        }
    }

    private void reopen(Connection connection, UUID id, DeadLetter letter) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE jobs.dead_letters SET state = 'open', code = ?, reason = ?, settled_at = NULL, settled_by = NULL
                WHERE tenant_id = ? AND letter_id = ?""")) {
            update.setString(1, letter.code());
            update.setString(2, letter.reason());
            update.setString(3, tenant.slug());
            update.setObject(4, id);
            update.executeUpdate();
        }
    }
}
