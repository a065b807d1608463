package io.plumbline.spec.tenant;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;

/** A way to a database on which cancel requests, and nothing else, take long. */
final class LateCancels implements AutoCloseable {
    private static final int CANCEL_REQUEST = 80_877_102;
    private static final int STARTUP_HEAD = 8;

    private final ServerSocket server;
    private final int database;
    private final Duration delay;

    private LateCancels(ServerSocket server, int database, Duration delay) {
        this.server = server;
        this.database = database;
        this.delay = delay;
    }

    static LateCancels before(int database, Duration delay) throws IOException {
        var way = new LateCancels(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), database, delay);
        Thread.ofVirtual().start(way::accept);
        return way;
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try (client;
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), database)) {
            byte[] head = client.getInputStream().readNBytes(STARTUP_HEAD);
            if (ByteBuffer.wrap(head).getInt(Integer.BYTES) == CANCEL_REQUEST) {
                Thread.sleep(delay);
            }
            upstream.getOutputStream().write(head);
            Thread answers = Thread.ofVirtual().start(() -> pass(upstream, client));
            pass(client, upstream);
            answers.join();
        } catch (IOException e) {
            // Whoever went away did so on purpose.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // The other side is told by the end of its own stream.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
