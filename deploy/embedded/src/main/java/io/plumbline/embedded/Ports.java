package io.plumbline.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of 127.0.0.1. */
public final class Ports {
    static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private Ports() {}

    /** A port that was free a moment ago. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, LOOPBACK)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As servers do: a connection of the past that lingers in TIME_WAIT does not make a port taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Refuses a port that another program holds.
     *
     * @param what who wants it, for the message
     * @throws ServerStartException when the port is taken
     */
    public static void requireFree(int port, String what) {
        if (!isFree(port)) {
            throw new ServerStartException(
                    "Port %d, needed by %s, is taken by another program. Stop that program or choose another port."
                            .formatted(port, what));
        }
    }
}
