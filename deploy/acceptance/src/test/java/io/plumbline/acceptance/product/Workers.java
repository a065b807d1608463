package io.plumbline.acceptance.product;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** A few callers at once. */
public final class Workers {
    private static final int THREADS = 4;

    private Workers() {}

    /** Gives each number from a first one to some caller; fails as the first of them that fails. */
    public static void each(long first, int count, LongConsumer work) {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<? extends Future<?>> running = LongStream.range(first, first + count)
                    .mapToObj(number -> threads.submit(() -> work.accept(number)))
                    .toList();
            for (Future<?> future : running) {
                future.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
