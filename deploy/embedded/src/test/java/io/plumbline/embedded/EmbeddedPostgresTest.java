package io.plumbline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    private static final String BOOTSTRAP = EmbeddedPostgres.resource("db/bootstrap.sql");

    @TempDir
    Path folder;

    @Test
    void keepsItsDataOverARestart() throws SQLException {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(durable(BOOTSTRAP));
                Connection connection = first.address().connect(PostgresAddress.SUPERUSER)) {
            connection.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }
        try (EmbeddedPostgres second = EmbeddedPostgres.start(durable(BOOTSTRAP));
                Connection connection = second.address().connect(PostgresAddress.SUPERUSER);
                ResultSet row = connection.createStatement().executeQuery("SELECT answer FROM kept")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void closeEndsTheProcess() {
        EmbeddedPostgres server = EmbeddedPostgres.start(durable(BOOTSTRAP));
        server.close();
        assertThat(server.process().isAlive()).isFalse();
        assertThat(server.process().onExit())
                .succeedsWithin(Duration.ofSeconds(5))
                .isEqualTo(0);
    }

    @Test
    void refusesATakenPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var settings = new EmbeddedPostgres.Settings(
                    folder, null, null, taken.getLocalPort(), false, BOOTSTRAP, PostgresAddress.onePassword("p"));
            assertThatThrownBy(() -> EmbeddedPostgres.start(settings))
                    .isInstanceOf(ServerStartException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("PostgreSQL");
        }
    }

    @Test
    void endsTheServerWhenTheBootstrapFails() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(durable("SELECT nonsense")))
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("could not be prepared");
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void refusesDataOfAnotherVersion() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/PG_VERSION"), "12\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(durable(BOOTSTRAP)))
                .hasMessageContaining("data of PostgreSQL 12");
    }

    private EmbeddedPostgres.Settings durable(String bootstrap) {
        return new EmbeddedPostgres.Settings(
                folder, null, null, 0, true, bootstrap, PostgresAddress.onePassword("secret"));
    }
}
