package io.plumbline.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A Kafka broker and controller in this JVM, on 127.0.0.1, with the topics of the product. */
public final class EmbeddedKafka implements AutoCloseable {
    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final String bootstrap;
    private final Path temporary;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrap, Path temporary) {
        this.server = server;
        this.bootstrap = bootstrap;
        this.temporary = temporary;
    }

    /**
     * Starts the server and creates the topics that are missing.
     *
     * @param folder of its data; null for a temporary one that {@link #close} deletes
     * @param port 0 for a free one
     * @param controllerPort 0 for a free one
     * @throws ServerStartException when a port is taken, or the server fails
     */
    public static EmbeddedKafka start(Path folder, int port, int controllerPort) {
        int chosen = port == 0 ? Ports.free() : port;
        int controller = controllerPort == 0 ? Ports.free() : controllerPort;
        Ports.requireFree(chosen, "Kafka");
        Ports.requireFree(controller, "Kafka's controller");
        Path temporary = folder == null ? Scratch.temporary("kafka") : null;
        Path data = (temporary == null ? folder : temporary).resolve("data");
        format(data);
        String bootstrap = "127.0.0.1:" + chosen;
        KafkaRaftServer server =
                new KafkaRaftServer(KafkaConfig.apply(settings(data, bootstrap, controller), false), Time.SYSTEM);
        EmbeddedKafka kafka = new EmbeddedKafka(server, bootstrap, temporary);
        try {
            server.startup();
            KafkaTopics.create(bootstrap);
            return kafka;
        } catch (RuntimeException e) {
            kafka.close();
            throw new ServerStartException("Kafka did not start: " + e.getMessage(), e);
        }
    }

    /** {@code host:port}. */
    public String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        if (temporary != null) {
            Scratch.delete(temporary);
        }
    }

    private static void format(Path data) {
        try {
            Files.createDirectories(data);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(clusterId(data))
                    .setNodeId(1)
                    .setDirectories(List.of(data.toString()))
                    .setMetadataLogDirectory(data.toString())
                    .setControllerListenerName(CONTROLLER)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new ServerStartException("Kafka's data folder " + data + " could not be made: " + e.getMessage(), e);
        }
    }

    /** A folder that is formatted already must be formatted with the same id. */
    private static String clusterId(Path data) {
        Path file = data.resolveSibling("cluster.id");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, Uuid.randomUuid().toString());
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> settings(Path data, String bootstrap, int controllerPort) {
        String controller = "127.0.0.1:" + controllerPort;
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@" + controller),
                Map.entry("listeners", "PLAINTEXT://" + bootstrap + "," + CONTROLLER + "://" + controller),
                Map.entry("advertised.listeners", "PLAINTEXT://" + bootstrap),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT"),
                Map.entry("controller.listener.names", CONTROLLER),
                Map.entry("log.dirs", data.toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
                Map.entry("log.cleaner.threads", "1"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "2"),
                Map.entry("controlled.shutdown.enable", "true"));
    }
}
