package io.plumbline.acceptance.product;

import io.plumbline.embedded.PostgresAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The product as a person starts it: the packaged command line in a process of its own, with a state folder and ports
 * of its own, moved by {@code -Dplumbline.port.offset}. With {@code -Dplumbline.stack=FOLDER} it is a stack that runs
 * already, and stays.
 */
public final class Stack implements AutoCloseable {
    /** The first day that the demo data does not know. */
    public static final String DEMO_UNTIL = "2026-07-15";

    private static final String PORT_OFFSET = System.getProperty("plumbline.port.offset", "7300");
    /** Of a second stack beside the first. */
    private static final String OTHER_OFFSET = Integer.toString(Integer.parseInt(PORT_OFFSET) + 600);

    private static final long PATIENCE_MINUTES = 5;
    /** Tests that kill a worker wait for its lease to run out. */
    private static final Map<String, String> SHORT_LEASES =
            Map.of("PLUMBLINE_JOBS_LEASE", "6S", "PLUMBLINE_JOBS_HEARTBEAT", "1.5S");

    private final Path state;
    private final boolean own;
    private final String offset;

    private Stack(Path state, boolean own, String offset) {
        this.state = state;
        this.own = own;
        this.offset = offset;
    }

    static Stack start() {
        String running = System.getProperty("plumbline.stack", "");
        if (!running.isBlank()) {
            return new Stack(Path.of(running), false, PORT_OFFSET);
        }
        return start(PORT_OFFSET, "--demo-until", DEMO_UNTIL);
    }

    /** A stack of one's own, to do harm to. */
    static Stack another(String... options) {
        return start(OTHER_OFFSET, options);
    }

    private static Stack start(String offset, String... options) {
        try {
            Stack stack = new Stack(Files.createTempDirectory("plumbline-acceptance-"), true, offset);
            List<String> arguments = new ArrayList<>(List.of("up", "--detach"));
            arguments.addAll(List.of(options));
            stack.command(arguments.toArray(String[]::new));
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By what other programs find it. */
    Map<String, String> environment() {
        return Map.of("PLUMBLINE_STATE", state.toString(), "PLUMBLINE_PORT_OFFSET", offset);
    }

    /** Where the gateway listens. */
    public URI gateway() {
        return URI.create(environment("PLUMBLINE_URL"));
    }

    /** Its database, as an administrator sees it. */
    public PostgresAddress database() {
        URI uri = URI.create(environment("PLUMBLINE_PG_URL"));
        String[] login = uri.getUserInfo().split(":", 2);
        return new PostgresAddress(
                uri.getHost(), uri.getPort(), uri.getPath().substring(1), Map.of(login[0], login[1]));
    }

    /** The key that signs the stack's tokens. */
    public String signingKey() {
        try {
            return Files.readString(state.resolve("token.key")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file that the demo tenant was imported from. */
    public Path demoRecords() {
        return state.resolve("data/demo/demo.ndjson.gz");
    }

    /** The folder of the processes' logs. */
    public Path logs() {
        return state.resolve("logs");
    }

    @Override
    public void close() {
        if (own) {
            command("down");
            delete();
        }
    }

    private String environment(String name) {
        try (var reader = Files.newBufferedReader(state.resolve("stack.env"))) {
            Properties environment = new Properties();
            environment.load(reader);
            return environment.getProperty(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void command(String... arguments) {
        Path log = state.resolveSibling(state.getFileName() + ".log");
        List<String> command = new ArrayList<>(List.of(
                java(), "--enable-native-access=ALL-UNNAMED", "-jar", launcher().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment());
        builder.environment().putAll(SHORT_LEASES);
        try {
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroy();
                throw new IllegalStateException("plumbline " + arguments[0] + " failed:\n" + Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path launcher() {
        Path target = Path.of(System.getProperty("plumbline.root"), "deploy", "local", "target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(f -> f.getFileName().toString().matches("local-[^/]*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("not packaged: " + target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete() {
        try (Stream<Path> files = Files.walk(state)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
            Files.deleteIfExists(state.resolveSibling(state.getFileName() + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
