package io.plumbline.acceptance.oracle.metric;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One count over another; null where the second is 0. */
final class Ratio implements Metric {
    private final Metric over;
    private final Metric under;

    Ratio(Metric over, Metric under) {
        this.over = over;
        this.under = under;
    }

    @Override
    public Map<Key, Cell> compute(Frame frame) {
        Map<Key, Cell> upper = over.compute(frame);
        Map<Key, Cell> lower = under.compute(frame);
        Set<Key> keys = new HashSet<>(upper.keySet());
        keys.addAll(lower.keySet());
        Map<Key, Cell> cells = new HashMap<>();
        Cell zero = Cell.ofNothing(0.0);
        for (Key key : keys) {
            Cell a = upper.getOrDefault(key, zero);
            Cell b = lower.getOrDefault(key, zero);
            Double ratio = b.value() == 0 ? null : (Double) (a.value() / b.value());
            cells.put(key, Cell.of(ratio, b.n(), a.n() + b.n() == 0 ? Cell.NO_DATA : Cell.NOT_APPLICABLE));
        }
        return cells;
    }

    @Override
    public Cell empty(Frame frame, LocalDate bucket) {
        return Cell.ofNothing(null);
    }
}
