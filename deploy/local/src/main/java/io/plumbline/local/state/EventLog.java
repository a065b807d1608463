package io.plumbline.local.state;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The file of events: the supervisor appends, the commands follow. */
public final class EventLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private long position;

    public EventLog(Path file) {
        this.file = file;
    }

    /** Forgets what an earlier stack told. */
    public void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void append(Event event) {
        try {
            Files.writeString(
                    file, JSON.writeValueAsString(event) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            // A full disk must not end the stack on top.
            System.getLogger(EventLog.class.getName()).log(System.Logger.Level.WARNING, "event not written", e);
        }
    }

    /** The events since the last call; a line that is still being written is left for the next one. */
    public List<Event> next() {
        try (RandomAccessFile reader = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) (reader.length() - position)];
            reader.seek(position);
            reader.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            position += whole.getBytes(StandardCharsets.UTF_8).length;
            List<Event> events = new ArrayList<>();
            for (String line : whole.lines().toList()) {
                events.add(JSON.readValue(line, Event.class));
            }
            return events;
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
