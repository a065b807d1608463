package io.plumbline.local.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that can be found again without mistaking another one for it, even after its number was given anew.
 *
 * @param startedAt milliseconds since 1970, 0 when the system does not tell
 */
public record ProcessRef(long pid, long startedAt) {
    public static ProcessRef of(ProcessHandle handle) {
        return new ProcessRef(handle.pid(), startOf(handle));
    }

    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(handle -> startOf(handle) == startedAt);
    }

    public boolean alive() {
        return find().isPresent();
    }

    /** Waits for its end; what has not ended in time is killed. Says whether it had to be killed. */
    public boolean endWithin(Duration patience) {
        Optional<ProcessHandle> handle = find();
        if (handle.isEmpty() || awaited(handle.get(), patience)) {
            return false;
        }
        handle.get().destroyForcibly();
        awaited(handle.get(), Duration.ofSeconds(10));
        return true;
    }

    private static boolean awaited(ProcessHandle handle, Duration patience) {
        try {
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static long startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
