package io.plumbline.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders for unpacked programs (kept) and for data of a single run (deleted at its end). */
final class Scratch {
    private Scratch() {}

    /** The folder of unpacked programs of this user; refuses one that somebody else has made. */
    static Path programs() {
        String user = System.getProperty("user.name");
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), "plumbline-" + user);
        try {
            Files.createDirectories(folder);
            String owner = Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName();
            if (!owner.equals(user)) {
                throw new ServerStartException(
                        "%s belongs to %s, not to %s. Remove it.".formatted(folder, owner, user));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path temporary(String name) {
        try {
            return Files.createTempDirectory("plumbline-" + name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a tree; a file that a dying server removes meanwhile is no fault. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
