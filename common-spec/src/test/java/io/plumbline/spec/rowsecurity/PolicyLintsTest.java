package io.plumbline.spec.rowsecurity;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies: each lint finds the hole of its name. */
class PolicyLintsTest extends LintTrial {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            policy_missing                 | DROP POLICY tenant_isolation ON warehouse.issues
            policy_missing                 | DROP POLICY tenant_isolation ON warehouse.comments_2024
            policy_differs                 | ALTER POLICY tenant_isolation ON warehouse.issues USING (true)
            policy_differs                 | ALTER POLICY tenant_isolation ON warehouse.issues USING (tenant_id = (SELECT current_setting('app.tenant_id', true)))
            policy_differs                 | ALTER POLICY tenant_isolation ON warehouse.issues USING (tenant_id = nullif(current_setting('app.tenant_id', true), ''))
            policy_differs                 | ALTER POLICY tenant_isolation ON warehouse.issues USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')) OR is_bug)
            policy_differs                 | ALTER POLICY tenant_isolation ON warehouse.issues TO query_service
            policy_differs                 | DROP POLICY tenant_isolation ON warehouse.issues; CREATE POLICY tenant_isolation ON warehouse.issues FOR SELECT USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')))
            policy_differs                 | DROP POLICY tenant_isolation ON warehouse.issues; CREATE POLICY tenant_isolation ON warehouse.issues AS RESTRICTIVE USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), ''))) WITH CHECK (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')))
            policy_without_check           | ALTER POLICY tenant_isolation ON warehouse.issues WITH CHECK (true)
            policy_without_check           | DROP POLICY tenant_isolation ON warehouse.issues; CREATE POLICY tenant_isolation ON warehouse.issues USING (tenant_id = (SELECT nullif(current_setting('app.tenant_id', true), '')))
            policy_widens                  | CREATE POLICY wide ON warehouse.issues USING (true)
            policy_widens                  | CREATE POLICY wide ON warehouse.comments_2024 FOR SELECT TO query_service USING (tenant_id = 'acme')
            policy_widens                  | CREATE POLICY scheduling ON warehouse.issues FOR SELECT TO job_scheduler USING (true)
            """)
    void findsTheHole(String lint, String hole) throws SQLException {
        assertFound(lint, hole);
    }
}
