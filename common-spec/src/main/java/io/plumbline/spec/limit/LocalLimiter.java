package io.plumbline.spec.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Decides for this process alone, by the same rule as the script in Redis. */
@Singleton
final class LocalLimiter {
    /** Of the rates: with a few processes, all together still admit about what they should. */
    static final int PARTS = 4;

    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final int KEYS = 50_000;

    /** For each key and rate, up to when its time is taken up: microseconds of this process's clock. */
    private final Cache<String, long[]> taken =
            Caffeine.newBuilder().expireAfterAccess(KEPT).maximumSize(KEYS).build();

    Verdict decide(List<Meter> meters) {
        return decide(meters, System.nanoTime() / 1_000);
    }

    synchronized Verdict decide(List<Meter> meters, long now) {
        List<Meter> divided =
                meters.stream().map(meter -> meter.dividedBy(PARTS)).toList();
        List<Standing> before = standings(divided, now);
        if (before.stream().anyMatch(standing -> standing.untilNext().isPositive())) {
            return new Verdict(false, before);
        }
        divided.forEach(meter -> take(meter, now));
        return new Verdict(true, standings(divided, now));
    }

    private List<Standing> standings(List<Meter> meters, long now) {
        List<Standing> standings = new ArrayList<>();
        for (Meter meter : meters) {
            long[] until = until(meter, now);
            for (int i = 0; i < until.length; i++) {
                standings.add(new Standing(meter.rates().get(i), Math.max(0, until[i] - now)));
            }
        }
        return standings;
    }

    private void take(Meter meter, long now) {
        long[] until = until(meter, now);
        for (int i = 0; i < until.length; i++) {
            until[i] = Math.max(until[i], now) + meter.rates().get(i).interval();
        }
    }

    private long[] until(Meter meter, long now) {
        return taken.get(meter.key(), _ -> {
            long[] until = new long[meter.rates().size()];
            Arrays.fill(until, now);
            return until;
        });
    }
}
