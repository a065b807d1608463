package io.plumbline.load.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.load.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The processes of the running stack, as its record names them, and signals to them. */
public final class Processes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Duration lease;

    /** @param lease of a job, as the stack is set */
    public Processes(Duration lease) {
        this.lease = lease;
    }

    Duration lease() {
        return lease;
    }

    /**
     * A process of the stack.
     *
     * @param name of the part
     * @param port where it listens
     */
    public record Running(String name, int port, long pid) {}

    /** The parts of that name, and those with a number behind it. */
    public List<Running> all(String part) throws IOException {
        JsonNode record = JSON.readTree(Files.readAllBytes(Stack.folder().resolve("stack.json")));
        List<Running> found = new ArrayList<>();
        for (JsonNode one : record.path("parts")) {
            String name = one.path("name").asText();
            if (name.equals(part) || name.matches(Pattern.quote(part) + "-\\d+")) {
                found.add(new Running(
                        name,
                        one.path("port").asInt(),
                        one.path("process").path("pid").asLong()));
            }
        }
        return found;
    }

    /**
     * The present process of a part.
     *
     * @throws IOException where the stack has no such part
     */
    public long of(String part) throws IOException {
        return all(part).stream()
                .filter(one -> one.name().equals(part))
                .mapToLong(Running::pid)
                .findFirst()
                .orElseThrow(() -> new IOException("The stack has no part " + part));
    }

    /** The part's process and all that it started. */
    List<Long> family(String part) throws IOException {
        ProcessHandle parent = ProcessHandle.of(of(part)).orElseThrow(() -> new IOException(part + " does not run"));
        return Stream.concat(Stream.of(parent), parent.descendants())
                .map(ProcessHandle::pid)
                .toList();
    }

    /** PostgreSQL's processes for the connections of a role. */
    List<Long> connections(String role) throws IOException, InterruptedException {
        List<Long> found = new ArrayList<>();
        for (long pid : family("PostgreSQL")) {
            if (title(pid).contains(role)) {
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
