package io.plumbline.spec.rowsecurity;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys, indexes and sequences: each lint finds the hole of its name. */
class KeyLintsTest extends LintTrial {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            key_across_tenants             | CREATE UNIQUE INDEX ON warehouse.users (user_id)
            key_across_tenants             | ALTER TABLE warehouse.users ADD UNIQUE (user_id) INCLUDE (tenant_id)
            key_across_tenants             | ALTER TABLE warehouse.users ADD EXCLUDE USING btree (user_id WITH =)
            index_not_led_by_tenant        | CREATE UNIQUE INDEX ON warehouse.users (user_id, tenant_id)
            index_not_led_by_tenant        | CREATE INDEX ON warehouse.issues (updated_at)
            index_not_led_by_tenant        | CREATE INDEX ON warehouse.issues (lower(summary))
            foreign_key_across_tenants     | ALTER TABLE warehouse.instances ADD FOREIGN KEY (instance_id) REFERENCES warehouse.tenants (tenant_id)
            sequence_across_tenants        | ALTER TABLE warehouse.users ADD COLUMN n bigint GENERATED ALWAYS AS IDENTITY
            sequence_across_tenants        | CREATE SEQUENCE warehouse.ids; ALTER SEQUENCE warehouse.ids OWNER TO migrator; ALTER TABLE warehouse.users ADD COLUMN n bigint DEFAULT nextval('warehouse.ids')
            sequence_across_tenants        | CREATE SEQUENCE warehouse.ids; ALTER SEQUENCE warehouse.ids OWNER TO migrator; GRANT USAGE ON SEQUENCE warehouse.ids TO job_service
            """)
    void findsTheHole(String lint, String hole) throws SQLException {
        assertFound(lint, hole);
    }
}
