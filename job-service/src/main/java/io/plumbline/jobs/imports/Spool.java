package io.plumbline.jobs.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.spec.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The folder of accepted imports. A ticket file makes an import; its data stand beside it. What has no ticket is the rest
 * of an upload that was cut off.
 */
@ApplicationScoped
public class Spool {
    private static final Logger LOG = Logger.getLogger(Spool.class);
    private static final String TICKET = ".json";
    private static final String DATA = ".ndjson";

    private final Path folder;

    Spool(ImportSettings settings) throws IOException {
        this.folder = Files.createDirectories(settings.spool());
    }

    /** Writes an upload to disk with the memory of one buffer. Where it fails, nothing stays. */
    void receive(ImportTicket ticket, InputStream body) throws IOException {
        Path data = data(ticket);
        try (OutputStream file = Files.newOutputStream(data)) {
            body.transferTo(file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(data);
            throw e;
        }
        sync(data);
    }

    /** From here on the import survives a crash. */
    void accept(ImportTicket ticket) throws IOException {
        Path draft = folder.resolve(ticket.id() + ".draft");
        Files.writeString(draft, Json.mapper().writeValueAsString(ticket));
        sync(draft);
        Files.move(draft, folder.resolve(ticket.id() + TICKET), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Forgets an import that has ended or was not accepted. */
    void delete(ImportTicket ticket) {
        try {
            Files.deleteIfExists(folder.resolve(ticket.id() + TICKET));
            Files.deleteIfExists(data(ticket));
        } catch (IOException e) {
            LOG.warnf(e, "the spool files of import %s stay behind", ticket.id());
        }
    }

    Path data(ImportTicket ticket) {
        return folder.resolve(ticket.id() + DATA);
    }

    /** What was accepted and has not ended, the oldest first. Rests of uploads that were cut off are deleted. */
    List<ImportTicket> waiting() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            all.stream().filter(this::isRest).forEach(Spool::delete);
            return all.stream()
                    .filter(file -> file.toString().endsWith(TICKET))
                    .sorted(Spool::byAge)
                    .flatMap(Spool::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isRest(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".draft")
                || (name.endsWith(DATA) && !Files.exists(folder.resolve(name.replace(DATA, TICKET))));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf(e, "the rest of an upload stays behind: %s", file.getFileName());
        }
    }

    private static int byAge(Path left, Path right) {
        try {
            return Files.getLastModifiedTime(left).compareTo(Files.getLastModifiedTime(right));
        } catch (IOException e) {
            return left.compareTo(right);
        }
    }

    private static Stream<ImportTicket> read(Path file) {
        try {
            return Stream.of(Json.mapper().readValue(Files.readString(file), ImportTicket.class));
        } catch (JsonProcessingException e) {
            LOG.errorf("the ticket %s can't be read and is passed over", file.getFileName());
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
