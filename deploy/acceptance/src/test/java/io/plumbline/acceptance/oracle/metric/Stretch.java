package io.plumbline.acceptance.oracle.metric;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of time, from inclusive, to exclusive; null is unbounded. */
record Stretch(Instant from, Instant to) {
    boolean holds(Instant at) {
        return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
    }

    /** The same time without overlaps. */
    static List<Stretch> merged(List<Stretch> stretches) {
        List<Stretch> merged = new ArrayList<>();
        for (Stretch next : stretches.stream()
                .filter(s -> s.from().isBefore(s.to()))
                .sorted(Comparator.comparing(Stretch::from))
                .toList()) {
            Stretch last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || last.to().isBefore(next.from())) {
                merged.add(next);
            } else if (last.to().isBefore(next.to())) {
                merged.set(merged.size() - 1, new Stretch(last.from(), next.to()));
            }
        }
        return merged;
    }
}
