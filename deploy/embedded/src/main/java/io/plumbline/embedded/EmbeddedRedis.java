package io.plumbline.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A Redis server on 127.0.0.1 that keeps nothing on disk: it is a cache. */
public final class EmbeddedRedis implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofSeconds(15);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final Leash leash;
    private final int port;
    private final Path temporary;

    private EmbeddedRedis(Leash leash, int port, Path temporary) {
        this.leash = leash;
        this.port = port;
        this.temporary = temporary;
    }

    /**
     * How to start the server.
     *
     * @param folder where it runs; null for a temporary one that {@link #close} deletes
     * @param log what the server logs; null for a file in the folder
     * @param programs where Redis is unpacked to; null for the user's temporary folder
     * @param port 0 for a free one
     */
    public record Settings(Path folder, Path log, Path programs, int port) {
        /** A server for tests on a free port. */
        public static Settings forTests() {
            return new Settings(null, null, null, 0);
        }
    }

    /**
     * Starts the server.
     *
     * @throws ServerStartException when the port is taken, or the server fails
     */
    public static EmbeddedRedis start(Settings settings) {
        int chosen = settings.port() == 0 ? Ports.free() : settings.port();
        Ports.requireFree(chosen, "Redis");
        Path temporary = settings.folder() == null ? Scratch.temporary("redis") : null;
        Path home = temporary == null ? settings.folder() : temporary;
        Path log = settings.log() == null ? home.resolve("redis.log") : settings.log();
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new ServerStartException("Could not make " + home, e);
        }
        Path program = RedisProgram.unpackedIn(settings.programs() == null ? Scratch.programs() : settings.programs());
        Leash leash = Leash.start("TERM", command(program, chosen), Map.of(), home, log);
        EmbeddedRedis server = new EmbeddedRedis(leash, chosen, temporary);
        if (!server.awaitReady()) {
            server.leash.stop(STOP_PATIENCE);
            throw new ServerStartException("Redis did not start. Its log ends with:\n" + LogTail.of(log));
        }
        return server;
    }

    /** {@code redis://host:port}. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

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

    private static List<String> command(Path program, int port) {
        return List.of(
                program.toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--save",
                "",
                "--appendonly",
                "no",
                "--maxmemory",
                "128mb",
                "--maxmemory-policy",
                "allkeys-lru");
    }

    private boolean awaitReady() {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (leash.isAlive() && System.nanoTime() < deadline) {
            if (answers()) {
                return true;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(Ports.LOOPBACK, port), 500);
            socket.setSoTimeout(500);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException e) {
            return false;
        }
    }
}
