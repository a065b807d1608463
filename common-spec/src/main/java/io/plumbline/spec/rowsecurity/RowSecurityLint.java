package io.plumbline.spec.rowsecurity;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * One rule about the database that keeps tenants apart.
 *
 * @param name what operators call it, as its file in {@code db/checks/row_security} is named
 * @param hole what another tenant could do where the rule is broken
 * @param mend what to change then
 * @param sql its query, without parameters, for any role: a row (object, finding) for each place that breaks it
 */
public record RowSecurityLint(String name, String hole, String mend, String sql) {

    /** Where the database of the connection breaks the rule; empty where it keeps it. */
    public List<RowSecurityFinding> findings(Connection connection) throws SQLException {
        List<RowSecurityFinding> findings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                findings.add(new RowSecurityFinding(this, rows.getString("object"), rows.getString("finding")));
            }
        }
        return List.copyOf(findings);
    }
}
