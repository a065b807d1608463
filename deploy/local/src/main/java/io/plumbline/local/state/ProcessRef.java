package io.plumbline.local.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that can be found again without mistaking another one for it, even after its number was given anew.
 *
 * @param startedAt milliseconds since 1970, 0 when the system does not tell
 */
public record ProcessRef(long pid, long startedAt) {
    private static final Duration KILL_PATIENCE = Duration.ofSeconds(10);
    private static final Duration CHECK_EVERY = Duration.ofMillis(20);

    public static ProcessRef of(ProcessHandle handle) {
        return new ProcessRef(handle.pid(), startOf(handle));
    }

    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> startOf(handle) == startedAt)
                .filter(handle -> !hasEnded());
    }

    public boolean alive() {
        return find().isPresent();
    }

    /** Waits for its end; what has not ended in time is killed. Says whether it had to be killed. */
    public boolean endWithin(Duration patience) {
        if (awaited(patience)) {
            return false;
        }
        find().ifPresent(ProcessHandle::destroyForcibly);
        awaited(KILL_PATIENCE);
        return true;
    }

    private boolean awaited(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (alive()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(CHECK_EVERY.toNanos());
        }
        return true;
    }

    /** An ended process that nobody has asked for its exit code: in some containers that is for ever. */
    private boolean hasEnded() {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The name, in parentheses, may hold anything.
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state == 'Z' || state == 'X';
        } catch (IOException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static long startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
