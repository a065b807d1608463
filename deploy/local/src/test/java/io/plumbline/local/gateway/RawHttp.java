package io.plumbline.local.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests that a proper client refuses to make. */
final class RawHttp {
    private static final int CHUNK = 1000;

    private RawHttp() {}

    static int status(int port, String request) throws IOException {
        try (Socket socket = socket(port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return status(socket);
        }
    }

    /** Sends chunks until they are all sent or the other side has closed, then reads the answer. */
    static int chunked(int port, String path, int bytes) throws IOException {
        try (Socket socket = socket(port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("3e8\r\n" + "x".repeat(CHUNK) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int sent = 0; sent < bytes && socket.getInputStream().available() == 0; sent += CHUNK) {
                out.write(chunk);
                out.flush();
            }
            return status(socket);
        }
    }

    private static Socket socket(int port) throws IOException {
        Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
        socket.setSoTimeout(5000);
        return socket;
    }

    private static int status(Socket socket) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        return Integer.parseInt(reader.readLine().split(" ", -1)[1]);
    }
}
