package io.plumbline.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.local.state.StackException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** Sends files of tracker records and follows their import. */
public final class Imports {
    private static final String PATH = "/analytics/imports";
    private static final Duration UPLOAD_PATIENCE = Duration.ofHours(2);
    private static final Duration CHECK_EVERY = Duration.ofMillis(250);
    private static final int GZIP_MAGIC = 0x1f8b;

    private final ApiClient api;

    public Imports(ApiClient api) {
        this.api = api;
    }

    /**
     * Streams a file (NDJSON, plain or gzip by its first bytes) to the import.
     *
     * @param sent hears the fraction of the file that has been sent
     */
    public ImportStatus start(Path file, String instance, DoubleConsumer sent) {
        try {
            HttpRequest.Builder request = api.request(
                            PATH + "?instance=" + URLEncoder.encode(instance, StandardCharsets.UTF_8))
                    .timeout(UPLOAD_PATIENCE)
                    .header("Content-Type", "application/x-ndjson")
                    .POST(body(file, sent));
            if (isGzip(file)) {
                request.header("Content-Encoding", "gzip");
            }
            return ImportStatus.of(data(api.send(request)));
        } catch (IOException e) {
            throw new StackException("The file " + file + " can't be read: " + e.getMessage(), "Check its path.", e);
        }
    }

    /** Follows an import to its end. */
    public ImportStatus await(String id, Consumer<ImportStatus> seen) throws InterruptedException {
        while (true) {
            ImportStatus status = ImportStatus.of(data(api.get(PATH + "/" + id)));
            seen.accept(status);
            if (status.isOver()) {
                return status;
            }
            Thread.sleep(CHECK_EVERY);
        }
    }

    private static JsonNode data(JsonNode envelope) {
        return envelope.path("data");
    }

    private static boolean isGzip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] magic = in.readNBytes(2);
            return magic.length == 2 && ((magic[0] & 0xff) << 8 | (magic[1] & 0xff)) == GZIP_MAGIC;
        }
    }

    private static BodyPublisher body(Path file, DoubleConsumer sent) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            return BodyPublishers.noBody();
        }
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> {
                    try {
                        return new Counted(Files.newInputStream(file), size, sent);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }),
                size);
    }

    /** Tells how much of a file has been read. */
    private static final class Counted extends FilterInputStream {
        private final long size;
        private final DoubleConsumer sent;
        private long count;

        Counted(InputStream in, long size, DoubleConsumer sent) {
            super(in);
            this.size = size;
            this.sent = sent;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? -1 : 1);
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count(read);
            return read;
        }

        private void count(int read) {
            if (read > 0) {
                count += read;
                sent.accept((double) count / size);
            }
        }
    }
}
