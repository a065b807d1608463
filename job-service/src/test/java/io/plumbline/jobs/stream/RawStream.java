package io.plumbline.jobs.stream;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A client that reads a stream byte by byte off a socket, and may stop at any of them. */
final class RawStream implements AutoCloseable {
    private final Socket socket = new Socket();
    private final InputStream in;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final int status;
    private long budget = Long.MAX_VALUE;
    private int chunk;
    private boolean ended;

    /** What was received. Comments have only a comment. */
    record Event(String id, String name, String data, String comment) {}

    /** @param headers lines such as {@code Authorization: Bearer …} */
    RawStream(int port, String path, String... headers) throws IOException {
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        send(socket, path, headers);
        in = new BufferedInputStream(socket.getInputStream());
        status = Integer.parseInt(line().split(" ", -1)[1]);
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            this.headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
    }

    static void send(Socket socket, String path, String... headers) throws IOException {
        String head = "GET " + path + " HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n"
                + String.join(
                        "",
                        java.util.Arrays.stream(headers)
                                .map(one -> one + "\r\n")
                                .toList()) + "\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    int status() {
        return status;
    }

    String header(String name) {
        return headers.get(name);
    }

    /** From now on so many bytes are read; then the connection is as good as broken. */
    RawStream breakAfter(long bytes) {
        budget = bytes;
        return this;
    }

    /** The next event that came whole; empty at the end of the stream or of the bytes that may be read. */
    Optional<Event> next() throws IOException {
        String id = null;
        String name = null;
        StringBuilder data = new StringBuilder();
        String comment = null;
        try {
            while (true) {
                String line = bodyLine();
                if (line.isEmpty()) {
                    if (id != null || name != null || comment != null || !data.isEmpty()) {
                        return Optional.of(new Event(id, name, data.toString(), comment));
                    }
                    continue;
                }
                int colon = line.indexOf(':');
                String value = line.substring(colon + 1).stripLeading();
                switch (line.substring(0, colon)) {
                    case "" -> comment = value;
                    case "id" -> id = value;
                    case "event" -> name = value;
                    case "data" -> data.append(value);
                    default -> {}
                }
            }
        } catch (EOFException over) {
            return Optional.empty();
        }
    }

    /** Reads on until an event of that name comes, and gives it. */
    Event until(String name) throws IOException {
        for (Optional<Event> event = next(); event.isPresent(); event = next()) {
            if (name.equals(event.get().name())) {
                return event.get();
            }
        }
        throw new EOFException("the stream ended without " + name);
    }

    private String bodyLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int one = bodyByte(); one != '\n'; one = bodyByte()) {
            line.append((char) one);
        }
        return line.toString();
    }

    private int bodyByte() throws IOException {
        while (chunk == 0 && !ended) {
            String size = line();
            if (!size.isEmpty()) {
                chunk = Integer.parseInt(size, 16);
                ended = chunk == 0;
            }
        }
        if (ended) {
            throw new EOFException();
        }
        chunk--;
        return one();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int one = one(); one != '\n'; one = one()) {
            line.append((char) one);
        }
        return line.toString().strip();
    }

    private int one() throws IOException {
        if (budget-- <= 0) {
            throw new EOFException();
        }
        int one = in.read();
        if (one < 0) {
            throw new EOFException();
        }
        return one;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
