package io.plumbline.spec.rowsecurity;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.PostgresAddress;
import io.plumbline.spec.warehouse.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Opens a hole in the migrated warehouse, within a transaction that is taken back, and sees which lint finds it. */
abstract class LintTrial {
    private static ScratchDatabase database;
    private static Connection superuser;

    @BeforeAll
    static void migrate() throws SQLException {
        database = ScratchDatabase.migrated();
        superuser = database.connect(PostgresAddress.SUPERUSER);
        superuser.setAutoCommit(false);
    }

    @AfterAll
    static void drop() throws SQLException {
        superuser.close();
        database.close();
    }

    @BeforeEach
    void isWholeBefore() throws SQLException {
        assertThat(RowSecurityLints.findings(superuser)).isEmpty();
    }

    @AfterEach
    void takeBack() throws SQLException {
        superuser.rollback();
    }

    /** The hole is the lint's and no other's, so that each lint is needed. */
    static void assertFound(String lint, String hole) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(hole);
        }
        assertThat(RowSecurityLints.findings(superuser))
                .as(hole)
                .isNotEmpty()
                .allSatisfy(finding ->
                        assertThat(finding.lint().name()).as("%s", finding).isEqualTo(lint));
    }
}
