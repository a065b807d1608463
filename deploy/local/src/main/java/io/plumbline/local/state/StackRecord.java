package io.plumbline.local.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/**
 * What the supervisor writes down about its stack, so that others find it, also after it was killed.
 *
 * @param message why the stack failed; null otherwise
 * @param offset of the ports
 * @param data folder of the servers' data
 * @param startedAt milliseconds since 1970
 * @param parts the processes and what runs inside the supervisor, in the order of their start
 */
public record StackRecord(
        Phase phase, String message, ProcessRef supervisor, int offset, String data, long startedAt, List<Part> parts) {

    /** The life of a stack. */
    public enum Phase {
        STARTING,
        READY,
        STOPPING,
        FAILED
    }

    /**
     * A server or service.
     *
     * @param process null for what runs inside the supervisor
     * @param log name of its log
     */
    public record Part(String name, int port, ProcessRef process, String log) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    public StackRecord {
        parts = List.copyOf(parts);
    }

    public PortPlan ports() {
        return new PortPlan(offset);
    }

    /** True while its supervisor lives. */
    public boolean supervised() {
        return supervisor.alive();
    }

    /** The record of the folder's present or last stack. */
    public static Optional<StackRecord> find(StateFolder state) {
        try {
            return Optional.of(JSON.readValue(Files.readString(state.record()), StackRecord.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StackException(
                    "The record of the stack, " + state.record() + ", can't be read.", "Remove it and start anew.", e);
        }
    }

    public void write(StateFolder state) {
        try {
            StateFolder.writePrivately(state.record(), JSON.writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
