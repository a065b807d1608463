package io.plumbline.spec.rowsecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.embedded.PostgresAddress;
import io.plumbline.spec.warehouse.ScratchDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowSecurityLintsTest {
    @Test
    void listsEveryFileOnce() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources", LintFile.FOLDER))) {
            assertThat(RowSecurityLints.ALL)
                    .extracting(RowSecurityLint::name)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString().replace(".sql", ""))
                                    .toList());
        }
    }

    @Test
    void everyLintHasAHoleThatItFinds() {
        Set<String> tried = Stream.of(
                        TableLintsTest.class,
                        PolicyLintsTest.class,
                        KeyLintsTest.class,
                        ObjectLintsTest.class,
                        PublicLintsTest.class,
                        RoleLintsTest.class)
                .flatMap(trial -> Stream.of(trial.getDeclaredMethods()))
                .map(method -> method.getAnnotation(CsvSource.class))
                .filter(Objects::nonNull)
                .flatMap(holes -> holes.textBlock().lines())
                .map(line -> line.substring(0, line.indexOf('|')).strip())
                .collect(Collectors.toSet());
        tried.add("server_has_known_faults"); // below
        assertThat(RowSecurityLints.ALL).extracting(RowSecurityLint::name).containsExactlyInAnyOrderElementsOf(tried);
    }

    @Test
    void runbookTellsEveryHoleAndItsMend() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../deploy/docs/runbooks/row-security.md"));
        List<String> told =
                lines.stream().filter(line -> line.startsWith("| `")).toList();
        assertThat(told)
                .containsExactlyElementsOf(RowSecurityLints.ALL.stream()
                        .map(lint -> "| `%s` | %s | %s |".formatted(lint.name(), lint.hole(), lint.mend()))
                        .toList());
    }

    @Test
    void servicesMayAskToo() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.migrated();
                Connection superuser = database.connect(PostgresAddress.SUPERUSER);
                Statement statement = superuser.createStatement();
                Connection service = database.connect("query_service")) {
            assertThat(RowSecurityLints.findings(service)).isEmpty();
            statement.execute("ALTER TABLE warehouse.issues NO FORCE ROW LEVEL SECURITY");
            assertThat(RowSecurityLints.findings(service))
                    .singleElement()
                    .asString()
                    .isEqualTo(
                            "table_row_security_not_forced: warehouse.issues: row security is not forced on the owner."
                                    + " Mend: ALTER TABLE … FORCE ROW LEVEL SECURITY.");
        }
    }

    /** The server cannot be another version, so the query is told that it is. */
    @ParameterizedTest
    @ValueSource(ints = {130022, 150013, 160009, 170005})
    void findsServersWithKnownFaults(int version) throws SQLException {
        assertThat(findings(version)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {150014, 160010, 170006, 180000})
    void acceptsServersWithoutThem(int version) throws SQLException {
        assertThat(findings(version)).isEmpty();
    }

    @Test
    void refusesAFileThatDoesNotSayHowToMend() {
        assertThatThrownBy(() -> LintFile.parse("odd", "-- Hole: one\nSELECT 1"))
                .hasMessageContaining("odd")
                .hasMessageContaining("Mend");
        assertThatThrownBy(() -> LintFile.load("none")).hasMessageContaining("none.sql");
    }

    private static List<RowSecurityFinding> findings(int version) throws SQLException {
        RowSecurityLint lint = LintFile.load("server_has_known_faults");
        String sql = lint.sql().replace("current_setting('server_version_num')", "'" + version + "'");
        assertThat(sql).isNotEqualTo(lint.sql());
        try (ScratchDatabase database = ScratchDatabase.migrated();
                Connection connection = database.connect(PostgresAddress.SUPERUSER)) {
            return new RowSecurityLint(lint.name(), lint.hole(), lint.mend(), sql).findings(connection);
        }
    }
}
