package io.plumbline.load.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.load.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The processes of the running stack, as its record names them, and signals to them. */
final class Processes {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What PostgreSQL's process of a service's connection is called. */
    private static final String CONNECTION = "query_service";

    /**
     * The present process of a part.
     *
     * @throws IOException where the stack has no such part
     */
    long of(String part) throws IOException {
        JsonNode record = JSON.readTree(Files.readAllBytes(Stack.folder().resolve("stack.json")));
        for (JsonNode one : record.path("parts")) {
            if (one.path("name").asText().equals(part)) {
                return one.path("process").path("pid").asLong();
            }
        }
        throw new IOException("The stack has no part " + part);
    }

    /** The part's process and all that it started. */
    List<Long> family(String part) throws IOException {
        ProcessHandle parent = ProcessHandle.of(of(part)).orElseThrow(() -> new IOException(part + " does not run"));
        return Stream.concat(Stream.of(parent), parent.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    /** PostgreSQL's processes for query-service. */
    List<Long> connections() throws IOException, InterruptedException {
        List<Long> found = new ArrayList<>();
        for (long pid : family("PostgreSQL")) {
            if (title(pid).contains(CONNECTION)) {
                found.add(pid);
            }
        }
        return found;
    }

    void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    }

    void pause(List<Long> pids, Duration time) throws IOException, InterruptedException {
        for (long pid : pids) {
            signal("STOP", pid);
        }
        try {
            Thread.sleep(time);
        } finally {
            for (long pid : pids) {
                signal("CONT", pid);
            }
        }
    }

    private static String title(long pid) throws IOException, InterruptedException {
        Process ps = new ProcessBuilder("ps", "-o", "args=", "-p", Long.toString(pid)).start();
        try (var reader = ps.inputReader()) {
            String title = reader.readLine();
            ps.waitFor();
            return title == null ? "" : title;
        }
    }
}
