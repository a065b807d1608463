package io.plumbline.spec.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.stream.Collectors;

/** Spans in a file of bounded size: when it is full, it takes the place of the one before it. */
public final class TraceFile {
    private static final long MOST_BYTES = 8L * 1024 * 1024;
    private static final String ENDING = ".ndjson";
    private static final String OLD = ".old" + ENDING;

    private final Path file;
    private final Path old;
    private final long mostBytes;

    /** The file of one process in a folder of traces. */
    public TraceFile(Path folder, String service) {
        this(folder, service, MOST_BYTES);
    }

    TraceFile(Path folder, String service, long mostBytes) {
        this.file = folder.resolve(service + ENDING);
        this.old = folder.resolve(service + OLD);
        this.mostBytes = mostBytes;
    }

    /** Whether a file of a folder of traces holds some. */
    public static boolean isOne(Path file) {
        return file.toString().endsWith(ENDING);
    }

    public synchronized void append(Collection<TraceSpan> spans) {
        String lines = spans.stream().map(span -> OtlpJson.write(span) + "\n").collect(Collectors.joining());
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file) && Files.size(file) > mostBytes) {
                Files.move(file, old, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
