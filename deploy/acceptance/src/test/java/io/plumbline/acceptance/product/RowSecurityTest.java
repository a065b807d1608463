package io.plumbline.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.PostgresAddress;
import io.plumbline.spec.rowsecurity.RowSecurityLints;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The one database, after every service has migrated its schema, has no hole between tenants. */
@ExtendWith(RunningProduct.class)
class RowSecurityTest {
    private static final String TENANT_TABLES = """
            SELECT count(*), count(DISTINCT n.nspname) FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute t ON t.attrelid = c.oid AND t.attname = 'tenant_id'
            WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('warehouse', 'catalog', 'query', 'jobs')""";

    private final Product product;

    RowSecurityTest(Product product) {
        this.product = product;
    }

    @Test
    void lintsFindNothingInTheWholeDatabase() throws SQLException {
        try (Connection superuser = product.database().connect(PostgresAddress.SUPERUSER);
                Statement statement = superuser.createStatement();
                var rows = statement.executeQuery(TENANT_TABLES)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isGreaterThan(70);
            assertThat(rows.getInt(2)).isEqualTo(4);
            assertThat(RowSecurityLints.findings(superuser)).isEmpty();
        }
    }
}
