package io.plumbline.jobs.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.jobs.imports.SpooledFile;
import io.plumbline.jobs.tracker.LineReader;
import io.plumbline.jobs.warehouse.RecordSource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Fetched records on their way to a merge, in the import format, in a file of the spool: memory stays small. */
final class Batch implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MAX_BYTES = 64L << 20;

    private final Path file;
    private OutputStream output;
    private long bytes;
    private long lines;
    private Instant begun;
    private final List<String> issues = new ArrayList<>();
    private Instant reached;

    Batch(Path file) throws IOException {
        this.file = file;
        clear();
    }

    void add(String kind, JsonNode data) throws IOException {
        byte[] line =
                JSON.writeValueAsBytes(JSON.createObjectNode().put("kind", kind).set("data", data));
        output.write(line);
        output.write('\n');
        bytes += line.length + 1;
        lines++;
        begun = begun == null ? Instant.now() : begun;
    }

    /** Takes an issue of the walk. */
    void addIssue(JsonNode issue) throws IOException {
        add("issue", issue);
        issues.add(issue.path("id").asText());
    }

    /** All issues changed until then are in this batch or in earlier ones. */
    void reached(Instant at) {
        reached = at;
    }

    Instant reached() {
        return reached;
    }

    /** The ids of the walk's issues. */
    List<String> issues() {
        return issues;
    }

    boolean isEmpty() {
        return lines == 0;
    }

    boolean isFull(int most, Duration oldest) {
        return issues.size() >= most
                || bytes >= MAX_BYTES
                || (begun != null && Duration.between(begun, Instant.now()).compareTo(oldest) > 0);
    }

    RecordSource records() throws IOException {
        output.flush();
        return new SpooledFile(file, _ -> {});
    }

    /** Takes lines by their numbers. */
    interface LineSink {
        void line(long number, byte[] line) throws IOException;
    }

    /** Gives those lines, in order. */
    void lines(Set<Long> numbers, LineSink sink) throws IOException {
        if (numbers.isEmpty()) {
            return;
        }
        try (InputStream input = Files.newInputStream(file)) {
            var lines = new LineReader(input);
            while (lines.next()) {
                if (numbers.contains(lines.number())) {
                    sink.line(lines.number(), Arrays.copyOf(lines.bytes(), lines.length()));
                }
            }
        }
    }

    void clear() throws IOException {
        if (output != null) {
            output.close();
        }
        output = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        bytes = 0;
        lines = 0;
        begun = null;
        issues.clear();
        reached = null;
    }

    @Override
    public void close() throws IOException {
        output.close();
        Files.deleteIfExists(file);
    }
}
