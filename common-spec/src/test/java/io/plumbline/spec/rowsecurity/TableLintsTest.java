package io.plumbline.spec.rowsecurity;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of tenants' rows: each lint finds the hole of its name. */
class TableLintsTest extends LintTrial {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            table_without_row_security     | ALTER TABLE warehouse.issues DISABLE ROW LEVEL SECURITY
            table_without_row_security     | CREATE TABLE warehouse.fresh (tenant_id text NOT NULL); ALTER TABLE warehouse.fresh OWNER TO migrator
            table_row_security_not_forced  | ALTER TABLE warehouse.issues NO FORCE ROW LEVEL SECURITY
            partition_without_row_security | ALTER TABLE warehouse.comments_2024 DISABLE ROW LEVEL SECURITY
            partition_without_row_security | ALTER TABLE warehouse.comments_2024 NO FORCE ROW LEVEL SECURITY
            partition_granted              | GRANT SELECT ON warehouse.comments_2024 TO query_service
            partition_granted              | GRANT SELECT (issue_id) ON warehouse.comments_2024 TO query_service
            table_shared_by_tenants        | CREATE TABLE warehouse.shared (x text); ALTER TABLE warehouse.shared OWNER TO migrator; GRANT SELECT ON warehouse.shared TO query_service
            table_shared_by_tenants        | CREATE TABLE warehouse.shared (x text); ALTER TABLE warehouse.shared OWNER TO migrator; GRANT SELECT (x) ON warehouse.shared TO query_service
            table_shared_by_tenants        | CREATE TABLE warehouse.loose (tenant_id text); ALTER TABLE warehouse.loose OWNER TO migrator, ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY; CREATE POLICY tenant_isolation ON warehouse.loose USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), ''))); GRANT SELECT ON warehouse.loose TO query_service
            privilege_past_policies        | GRANT TRUNCATE ON warehouse.issues TO job_service
            privilege_past_policies        | GRANT TRIGGER ON warehouse.issues TO job_service
            privilege_past_policies        | GRANT REFERENCES (tenant_id) ON warehouse.issues TO job_service
            """)
    void findsTheHole(String lint, String hole) throws SQLException {
        assertFound(lint, hole);
    }
}
