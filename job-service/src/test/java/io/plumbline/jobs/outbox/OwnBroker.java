package io.plumbline.jobs.outbox;

import io.plumbline.embedded.EmbeddedKafka;
import io.plumbline.embedded.EmbeddedServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A broker that a test starts and stops; at first there is none. Its data outlives a stop. */
public final class OwnBroker implements QuarkusTestResourceLifecycleManager {
    private static final String PORT = "plumbline.test.kafka.port";

    @Override
    public Map<String, String> start() {
        int port = freePort();
        System.setProperty(PORT, Integer.toString(port));
        EmbeddedServers servers = new EmbeddedServers();
        servers.init(Map.of("servers", "postgres"));
        Map<String, String> settings = new HashMap<>(servers.start());
        settings.put("PLUMBLINE_KAFKA", "127.0.0.1:" + port);
        settings.put("plumbline.outbox.delivery-timeout", "2S");
        settings.put("plumbline.outbox.pause-at-most", "1S");
        return settings;
    }

    @Override
    public void stop() {}

    public static Path folder() {
        try {
            return Files.createTempDirectory("plumbline-broker-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static EmbeddedKafka broker(Path folder) {
        return EmbeddedKafka.start(folder, Integer.getInteger(PORT), 0);
    }

    public static String address() {
        return "127.0.0.1:" + Integer.getInteger(PORT);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
