package io.plumbline.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.EmbeddedServers;
import io.plumbline.query.testing.Warehouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own account of the statements that it executed, between opening and reading. */
final class ServerLog implements AutoCloseable {
    /** {@code %m [%p] %u/%a}, then what was done; a statement's further lines begin with a tab. */
    private static final Pattern EXECUTED = Pattern.compile(
            "^\\S+ \\S+ UTC \\[\\d+] query_service/(\\S*) LOG: +duration: [\\d.]+ ms +execute [^:]*: (.*?)(?=\\n\\d{4}-|\\z)",
            Pattern.MULTILINE | Pattern.DOTALL);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path file;
    private final long start;

    private ServerLog(Path file, long start) {
        this.file = file;
        this.start = start;
    }

    /**
     * A statement that the server has executed.
     *
     * @param application the {@code application_name} that it ran under
     */
    record Executed(String application, String statement) {}

    static ServerLog open() throws IOException {
        log("0");
        String data = Warehouse.query(EmbeddedServers.postgres(), "SHOW data_directory")
                .getFirst();
        Path file = Path.of(data).resolveSibling("postgres.log");
        return new ServerLog(file, Files.size(file));
    }

    /** The statements of the service since then. */
    List<Executed> executed() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, (int) start, bytes.length - (int) start, StandardCharsets.UTF_8);
        List<Executed> executed = new ArrayList<>();
        Matcher lines = EXECUTED.matcher(text);
        while (lines.find()) {
            executed.add(new Executed(lines.group(1), statement(lines.group(2))));
        }
        return executed;
    }

    /** What follows a statement is the values that it was bound to. */
    private static String statement(String logged) {
        return logged.replaceAll("\\n\\S+ \\S+ UTC \\[\\d+] [^\\n]* DETAIL: .*(?s:.*)", "")
                .replace("\n\t", "\n");
    }

    @Override
    public void close() {
        log("-1");
    }

    private static void log(String slowerThanMillis) {
        Warehouse.execute(
                EmbeddedServers.postgres(), "ALTER SYSTEM SET log_min_duration_statement = " + slowerThanMillis);
        Warehouse.execute(EmbeddedServers.postgres(), "SELECT pg_reload_conf()");
        // A new session has it once the others were told, who read it before their next statement.
        Instant end = Instant.now().plus(PATIENCE);
        while (!Warehouse.query(
                        EmbeddedServers.postgres(),
                        "SELECT setting FROM pg_settings WHERE name = 'log_min_duration_statement'")
                .equals(List.of(slowerThanMillis))) {
            assertThat(Instant.now()).isBefore(end);
        }
    }
}
