package io.plumbline.local.stack;

import io.plumbline.local.state.Service;
import io.plumbline.local.state.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies of packaged programs, so that a build may replace the originals while they run. Third-party libraries, which
 * no build changes in place, are hard links.
 */
public final class Applications {
    private final Path folder;

    public Applications(Path folder) {
        this.folder = folder;
    }

    /** Refuses to go on when a service has not been built. */
    public static void requireBuilt(Path checkout) {
        List<String> missing = Stream.of(Service.values())
                .filter(service ->
                        !Files.isRegularFile(service.application(checkout).resolve("quarkus-run.jar")))
                .map(Service::title)
                .toList();
        if (!missing.isEmpty()) {
            throw new StackException(
                    "Not built: " + String.join(", ", missing) + ".",
                    "Run ./plumbline up, which builds what is missing.");
        }
    }

    /** Copies a folder (or a file) under a name and gives the copy; an older copy is replaced. */
    public Path copy(Path source, String name) {
        Path target = folder.resolve(name);
        try {
            delete(target);
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.toList()) {
                    copy(file, target.resolve(source.relativize(file).toString()));
                }
            }
            return target;
        } catch (IOException e) {
            throw new StackException(
                    "Could not copy " + source + " to " + target + ": " + e.getMessage(), "Is the disk full?", e);
        }
    }

    private static void copy(Path file, Path target) throws IOException {
        if (Files.isDirectory(file)) {
            Files.createDirectories(target);
        } else if (isForeign(file)) {
            link(file, target);
        } else {
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean isForeign(Path file) {
        String name = file.getFileName().toString();
        boolean library = file.getParent().toString().contains("lib");
        boolean ours = name.startsWith("io.plumbline") || name.contains("-SNAPSHOT");
        return library && !ours;
    }

    private static void link(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (IOException | UnsupportedOperationException e) {
            // Another file system.
            Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
