package io.plumbline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A Kafka broker in a process of its own: it may be killed and run again, and what it had confirmed is still there. */
public final class KafkaProcess implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration CHECK_EVERY = Duration.ofMillis(50);

    private final Leash leash;
    private final Path folder;
    private final Path log;

    private KafkaProcess(Leash leash, Path folder, Path log) {
        this.leash = leash;
        this.folder = folder;
        this.log = log;
    }

    /**
     * Starts the process.
     *
     * @param command of a program that calls {@link #serve} with the same folder and port
     * @throws ServerStartException when the port is taken
     */
    public static KafkaProcess start(List<String> command, Path folder, int port, Path log) {
        Ports.requireFree(port, "Kafka");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(ready(folder));
        } catch (IOException e) {
            throw new ServerStartException("Could not make " + folder, e);
        }
        return new KafkaProcess(Leash.start("TERM", command, Map.of(), folder, log), folder, log);
    }

    /**
     * Waits until the broker has its topics.
     *
     * @throws ServerStartException when it fails; the message holds the end of its log
     */
    public void awaitReady() {
        if (!isReadyInTime()) {
            close();
            throw new ServerStartException("Kafka did not start. Its log ends with:\n" + LogTail.of(log));
        }
    }

    /**
     * What the process does: runs a broker until a signal ends it; does not return.
     *
     * @throws ServerStartException when a port is taken, or the broker fails
     */
    public static void serve(Path folder, int port, int controllerPort) throws IOException, InterruptedException {
        EmbeddedKafka kafka = EmbeddedKafka.start(folder, port, controllerPort);
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop"));
        Files.writeString(ready(folder), kafka.bootstrap());
        Thread.currentThread().join();
    }

    public Leash process() {
        return leash;
    }

    @Override
    public void close() {
        leash.stop(STOP_PATIENCE);
    }

    private static Path ready(Path folder) {
        return folder.resolve("ready");
    }

    private boolean isReadyInTime() {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (leash.isAlive() && System.nanoTime() < deadline) {
            if (Files.exists(ready(folder))) {
                return true;
            }
            try {
                Thread.sleep(CHECK_EVERY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }
}
