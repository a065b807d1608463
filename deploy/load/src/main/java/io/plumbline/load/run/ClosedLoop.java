package io.plumbline.load.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;

/** Clients that each send a request as soon as the answer to the one before has come. */
final class ClosedLoop {
    private static final int DIGITS = 3;

    private final AtomicReference<Exception> lastFailure = new AtomicReference<>();

    /** The last failure of any call; null: all went well. */
    Exception lastFailure() {
        return lastFailure.get();
    }

    Measured run(List<Call> clients, Duration duration) throws Exception {
        long begin = System.nanoTime();
        long end = begin + duration.toNanos();
        List<Callable<Measured>> loops = new ArrayList<>();
        clients.forEach(client -> loops.add(() -> loop(client, begin, end)));
        try (ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
            Histogram micros = new Histogram(DIGITS);
            long failures = 0;
            for (Future<Measured> loop : threads.invokeAll(loops)) {
                micros.add(loop.get().micros());
                failures += loop.get().failures();
            }
            return new Measured(micros, failures, seconds(begin));
        }
    }

    private Measured loop(Call client, long begin, long end) {
        Histogram micros = new Histogram(DIGITS);
        long failures = 0;
        long now = System.nanoTime();
        while (now < end) {
            long sent = now;
            boolean answered = made(client);
            now = System.nanoTime();
            if (answered) {
                micros.recordValue(TimeUnit.NANOSECONDS.toMicros(now - sent));
            } else {
                failures++;
            }
        }
        return new Measured(micros, failures, seconds(begin));
    }

    private boolean made(Call client) {
        try {
            client.make();
            return true;
        } catch (Exception e) {
            lastFailure.set(e);
            return false;
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
