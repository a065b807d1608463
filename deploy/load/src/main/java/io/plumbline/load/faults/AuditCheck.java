package io.plumbline.load.faults;

import io.plumbline.load.Stack;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What the audit knows of answers that were given.
 *
 * @param answers that were made anew
 * @param entered of them, those with exactly one entry
 * @param told of them, those whose good outcome is told too; of the others it was lost with a process
 * @param missing the request ids of some that it does not know
 */
record AuditCheck(int answers, int entered, int told, List<String> missing) {
    private static final String COUNT = """
            SELECT count(*) FILTER (WHERE a.entries = 1) AS entered, count(*) FILTER (WHERE a.told = 1) AS told,
                coalesce((array_agg(a.id) FILTER (WHERE a.entries <> 1))[1:20], '{}') AS missing
            FROM (
                SELECT r.id, count(e.audit_id) AS entries, count(o.audit_id) FILTER (WHERE o.outcome = 'ok') AS told
                FROM unnest(?::text[]) AS r (id)
                LEFT JOIN query.audit_entries e ON e.request_id = r.id AND NOT e.cached
                LEFT JOIN query.audit_outcomes o ON o.tenant_id = e.tenant_id AND o.audit_id = e.audit_id
                GROUP BY r.id) a
            """;

    static AuditCheck of(Stack stack, List<String> requestIds) throws SQLException {
        try (Connection connection = stack.superuser();
                var statement = connection.prepareStatement(COUNT)) {
            statement.setArray(1, connection.createArrayOf("text", requestIds.toArray()));
            try (var found = statement.executeQuery()) {
                found.next();
                String[] missing = (String[]) found.getArray("missing").getArray();
                return new AuditCheck(
                        requestIds.size(), found.getInt("entered"), found.getInt("told"), List.of(missing));
            }
        }
    }

    /** Whether no answer was given without an entry. */
    boolean isComplete() {
        return entered == answers;
    }
}
