package io.plumbline.jobs.job;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Where the stand-in of query-service will listen, the services' secret, and no worker that takes the jobs away. */
public final class JobNeighbours implements QuarkusTestResourceLifecycleManager {
    /** Tests start the stand-in themselves, in a class loader of their own. */
    static final String PORT = "plumbline.test.query.port";

    @Override
    public Map<String, String> start() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.setProperty(PORT, Integer.toString(socket.getLocalPort()));
            return Map.of(
                    "plumbline.jobs.query-url", "http://127.0.0.1:" + socket.getLocalPort(),
                    "plumbline.internal.key", "0123456789abcdef0123456789abcdef",
                    "plumbline.jobs.workers", "0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
