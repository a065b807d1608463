package io.plumbline.acceptance.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** A few callers at once. */
final class Workers {
    private static final int THREADS = 4;

    private Workers() {}

    /** Gives each number from a first one to some caller. */
    static void each(long first, int count, LongConsumer work) {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                int offset = t;
                running.add(threads.submit(() -> LongStream.range(first, first + count)
                        .filter(i -> (i - first) % THREADS == offset)
                        .forEach(work)));
            }
            for (Future<?> future : running) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
