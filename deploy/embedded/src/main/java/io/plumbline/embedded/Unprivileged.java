package io.plumbline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How a program that refuses to run as root (PostgreSQL) is run when this JVM does: in a user namespace where root is
 * nobody, or, where namespaces are forbidden, as the user nobody.
 */
final class Unprivileged {
    private static final String NOBODY = "65534";

    private enum Way {
        AS_IS,
        NAMESPACE,
        NOBODY_USER
    }

    private final Way way;

    private Unprivileged(Way way) {
        this.way = way;
    }

    static Unprivileged detect() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Unprivileged(Way.AS_IS);
        }
        if (succeeds("unshare", "-U", "true")) {
            return new Unprivileged(Way.NAMESPACE);
        }
        if (succeeds(nobody("true").toArray(String[]::new))) {
            return new Unprivileged(Way.NOBODY_USER);
        }
        throw new ServerStartException("PostgreSQL refuses to run as root, and neither unshare nor setpriv works here. "
                + "Run this as an ordinary user.");
    }

    /** The command line that runs a command so. */
    List<String> command(List<String> command) {
        return switch (way) {
            case AS_IS -> command;
            case NAMESPACE ->
                Stream.concat(Stream.of("unshare", "-U"), command.stream()).toList();
            case NOBODY_USER -> nobody(command.toArray(String[]::new));
        };
    }

    /** Lets the program own its data folder. */
    void handOver(Path folder) throws IOException {
        if (way != Way.NOBODY_USER) {
            return;
        }
        for (Path part = folder.getParent(); part != null; part = part.getParent()) {
            if ((int) Files.getAttribute(part, "unix:mode") % 2 == 0) {
                throw new ServerStartException(
                        "PostgreSQL refuses to run as root, and the user nobody can't enter %s. Run this as an ordinary user."
                                .formatted(part));
            }
        }
        succeeds("chown", "-R", NOBODY, folder.toString());
    }

    private static List<String> nobody(String... command) {
        List<String> line =
                new ArrayList<>(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        line.addAll(List.of(command));
        return line;
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
