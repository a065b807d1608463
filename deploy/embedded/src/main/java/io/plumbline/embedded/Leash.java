package io.plumbline.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A child process that can't outlive this JVM, not even a killed one: a watcher holds the other end of a pipe, and when
 * the pipe closes it ends the child with the given signal.
 */
public final class Leash {
    /** The watcher is forked twice, so that the child (which may reap its children) never sees it. */
    private static final String SCRIPT = """
            signal=$1; shift; child=$$; exec 3<&0
            ( ( read -r closed <&3; kill -s "$signal" "$child" ) </dev/null >/dev/null 2>&1 & )
            exec "$@" </dev/null 3<&-
            """;

    private final ProcessBuilder builder;
    private volatile Process process;

    private Leash(ProcessBuilder builder) throws IOException {
        this.builder = builder;
        this.process = builder.start();
    }

    /**
     * Starts a command.
     *
     * @param signal what ends it orderly, such as TERM or INT
     * @param environment added to this JVM's own
     * @param log receives standard output and error, appended
     */
    public static Leash start(
            String signal, List<String> command, Map<String, String> environment, Path directory, Path log) {
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "leash", signal));
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new Leash(builder);
        } catch (IOException e) {
            throw new ServerStartException("Could not run " + command.getFirst() + ": " + e.getMessage(), e);
        }
    }

    /** Runs the command again after its process has ended. */
    public void restart() {
        if (process.isAlive()) {
            throw new IllegalStateException("it still runs");
        }
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new ServerStartException("Could not run it again: " + e.getMessage(), e);
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit code. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Asks the process to end and waits; what has not ended in time is killed. Repeating it does nothing. */
    public void stop(Duration patience) {
        if (!process.isAlive()) {
            return;
        }
        try {
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
