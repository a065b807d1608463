package io.plumbline.local.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/**
 * Where a stack keeps its files; two stacks with different folders (and ports) don't touch each other.
 *
 * @param folder readable by its owner alone, since it holds keys and passwords
 */
public record StateFolder(Path folder) {
    public static final String VARIABLE = "PLUMBLINE_STATE";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /** The folder that the environment names, or the one of the checkout. */
    public static StateFolder locate(Path checkout, Map<String, String> environment) {
        String named = environment.get(VARIABLE);
        Path folder = named == null || named.isBlank() ? checkout.resolve("deploy/local/.state") : Path.of(named);
        StateFolder state = new StateFolder(folder.toAbsolutePath().normalize());
        try {
            Files.createDirectories(state.logs());
            Files.setPosixFilePermissions(state.folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new StackException(
                    "The state folder " + state.folder + " can't be made: " + e.getMessage(),
                    "Set " + VARIABLE + " to a folder that you may write.",
                    e);
        }
        return state;
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    /** Addresses and a token, there while the stack is up. */
    public Path stackEnv() {
        return folder.resolve("stack.env");
    }

    public Path record() {
        return folder.resolve("stack.json");
    }

    public Path events() {
        return folder.resolve("events.ndjson");
    }

    public Path signingKey() {
        return folder.resolve("token.key");
    }

    public Path jwks() {
        return folder.resolve("jwks.json");
    }

    /** What the services and the gateway tell of the latest requests. */
    public Path traces() {
        return folder.resolve("traces");
    }

    /** The servers' data, unless another folder is asked for. */
    public Path defaultData() {
        return folder.resolve("data");
    }

    /** Programs of the servers, unpacked. */
    public Path programs() {
        return folder.resolve("programs");
    }

    /** Copies of the packaged services: a build may go on while they run. */
    public Path applications() {
        return folder.resolve("applications");
    }

    /** Writes a file that only its owner may read; a reader sees the old or the new text, never half of it. */
    public static void writePrivately(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Path beside = Files.createTempFile(
                    file.getParent(),
                    file.getFileName().toString(),
                    "",
                    PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
