package io.plumbline.embedded;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs for this machine, unpacked once from their Maven artifact. */
final class PostgresPrograms {
    static final String MAJOR = "17";
    private static final String FOLDER = "postgres-17.10";

    private final Path folder;

    private PostgresPrograms(Path folder) {
        this.folder = folder;
    }

    static PostgresPrograms unpackedIn(Path parent) {
        Path folder = parent.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            try {
                unpack(parent, folder);
            } catch (IOException e) {
                throw new ServerStartException("Could not unpack PostgreSQL into " + folder + ": " + e.getMessage(), e);
            }
        }
        return new PostgresPrograms(folder);
    }

    String path(String program) {
        return folder.resolve("bin").resolve(program).toString();
    }

    /** Unpacks beside and moves: two processes may do so at once, and the first one wins. */
    private static void unpack(Path parent, Path folder) throws IOException {
        Files.createDirectories(parent);
        Path beside = Files.createTempDirectory(parent, FOLDER + "-");
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, beside);
            }
        }
        Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            Scratch.delete(beside);
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("The archive leaves its folder: " + entry.getName());
        }
        Files.createDirectories(entry.isDirectory() ? target : target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, folder.resolve(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(tar, target);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static InputStream archive() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "Darwin" : "Linux";
        String machine = System.getProperty("os.arch");
        String architecture = switch (machine) {
            case "aarch64" -> "arm_64";
            case "amd64", "x86_64" -> "x86_64";
            default -> machine;
        };
        InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture);
        if (archive == null) {
            throw new IOException("there is no PostgreSQL for " + system + " on " + machine);
        }
        return archive;
    }
}
