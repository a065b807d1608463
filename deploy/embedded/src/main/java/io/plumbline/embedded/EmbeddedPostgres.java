package io.plumbline.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A PostgreSQL 17 server on 127.0.0.1 with the database {@code plumbline}, its roles and their passwords. */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    /**
     * How to start the server.
     *
     * @param folder data; null for a temporary one that {@link #close} deletes
     * @param log what the server logs; null for a file in the folder
     * @param programs where PostgreSQL is unpacked to; null for the user's temporary folder
     * @param port 0 for a free one
     * @param durable false trades safety at a crash for speed (tests)
     * @param bootstrap SQL that makes the roles and schemas, run by the superuser at each start
     * @param passwords by role, of {@code postgres} and {@link PostgresAddress#ROLES}
     */
    public record Settings(
            Path folder,
            Path log,
            Path programs,
            int port,
            boolean durable,
            String bootstrap,
            Map<String, String> passwords) {

        /** A fast server for tests on a free port, with one made-up password for all roles. */
        public static Settings forTests(String bootstrap) {
            String password = UUID.randomUUID().toString();
            return new Settings(null, null, null, 0, false, bootstrap, PostgresAddress.onePassword(password));
        }
    }

    private final Leash leash;
    private final PostgresAddress address;
    private final Path temporary;

    private EmbeddedPostgres(Leash leash, PostgresAddress address, Path temporary) {
        this.leash = leash;
        this.address = address;
        this.temporary = temporary;
    }

    /**
     * Starts the server and prepares the database.
     *
     * @throws ServerStartException when the port is taken, or the server fails; the message holds the end of its log
     */
    public static EmbeddedPostgres start(Settings settings) {
        int port = settings.port() == 0 ? Ports.free() : settings.port();
        Ports.requireFree(port, "PostgreSQL");
        Path temporary = settings.folder() == null ? Scratch.temporary("postgres") : null;
        Path folder = temporary == null ? settings.folder() : temporary;
        PostgresCluster cluster = new PostgresCluster(
                folder,
                settings.log() == null ? folder.resolve("postgres.log") : settings.log(),
                PostgresPrograms.unpackedIn(settings.programs() == null ? Scratch.programs() : settings.programs()),
                Unprivileged.detect());
        PostgresAddress address = new PostgresAddress("127.0.0.1", port, "plumbline", settings.passwords());
        cluster.initialize(address.password(PostgresAddress.SUPERUSER));
        EmbeddedPostgres server =
                new EmbeddedPostgres(cluster.run(options(port, settings.durable())), address, temporary);
        try {
            server.awaitReady(cluster);
            PostgresDatabase.prepare(address, settings.bootstrap());
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    public PostgresAddress address() {
        return address;
    }

    /** The server's process, to watch or to find it again. */
    public Leash process() {
        return leash;
    }

    @Override
    public void close() {
        leash.stop(STOP_PATIENCE);
        if (temporary != null) {
            Scratch.delete(temporary);
        }
    }

    private static List<String> options(int port, boolean durable) {
        List<String> options = new ArrayList<>(List.of(
                "port=" + port,
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=120",
                "shared_buffers=128MB",
                "work_mem=16MB",
                "maintenance_work_mem=128MB",
                "max_wal_size=2GB",
                "jit=off",
                "timezone=UTC",
                "log_timezone=UTC",
                "log_line_prefix=%m [%p] %u/%a "));
        if (durable) {
            options.addAll(List.of("wal_level=minimal", "max_wal_senders=0"));
        } else {
            options.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_wal_senders=1"));
        }
        return options;
    }

    private void awaitReady(PostgresCluster cluster) {
        PostgresAddress maintenance =
                new PostgresAddress(address.host(), address.port(), "postgres", address.passwords());
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        SQLException last = null;
        while (leash.isAlive() && System.nanoTime() < deadline) {
            try (Connection ready = maintenance.connect(PostgresAddress.SUPERUSER)) {
                if (ready.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                last = e;
            }
            pause();
        }
        throw new ServerStartException("PostgreSQL did not start. Its log ends with:\n" + cluster.logTail(), last);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerStartException("Interrupted while PostgreSQL started", e);
        }
    }

    /** Reads a bootstrap script from the class path. */
    public static String resource(String name) {
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (stream == null) {
                throw new ServerStartException("There is no resource " + name + " on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ServerStartException("Could not read " + name, e);
        }
    }
}
