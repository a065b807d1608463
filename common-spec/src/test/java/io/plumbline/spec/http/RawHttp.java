package io.plumbline.spec.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests at the wire, as no decent client would send them. */
final class RawHttp {
    private static final int PATIENCE_MILLIS = 5_000;

    private RawHttp() {}

    /** What the server answers until it closes the connection; fails where it keeps it open. */
    static String send(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Sends half of a body and goes away. */
    static void sendAndLeave(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        }
    }

    /** Sends the same chunk until the server answers, and gives what it answers until it closes the connection. */
    static String sendChunksWithoutEnd(int port, String path, String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            out.write(chunkedHead(path).getBytes(StandardCharsets.ISO_8859_1));
            byte[] chunk = chunk(text).getBytes(StandardCharsets.ISO_8859_1);
            for (int i = 0; i < 100 && in.available() == 0; i++) {
                out.write(chunk);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A request whose body comes in chunks, of a length not told before. */
    static String chunked(String path, String body) {
        return chunkedHead(path) + chunk(body) + chunk("");
    }

    static String chunkedHead(String path) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n";
    }

    static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }
}
