package io.plumbline.acceptance.oracle.metric;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The standard deviation of a sprint's numbers over their mean; null with fewer than two or a mean of 0. */
final class Variation implements Metric {
    private final Metric deviation;
    private final Metric mean;

    Variation(Sprints sprints, String name) {
        this.deviation = new SprintMetric(sprints, name, "stddev");
        this.mean = new SprintMetric(sprints, name, "avg");
    }

    @Override
    public Map<Key, Cell> compute(Frame frame) {
        Map<Key, Cell> means = mean.compute(frame);
        Map<Key, Cell> cells = new HashMap<>();
        deviation.compute(frame).forEach((key, cell) -> cells.put(key, over(cell, means.get(key))));
        return cells;
    }

    @Override
    public Cell empty(Frame frame, LocalDate bucket) {
        return Cell.ofNothing(null);
    }

    private static Cell over(Cell deviation, Cell mean) {
        boolean defined = deviation.value() != null && mean.value() != null && mean.value() != 0;
        return defined
                ? Cell.of(deviation.value() / mean.value(), mean.n(), null)
                : Cell.of(null, mean.n(), deviation.value() == null ? deviation.why() : Cell.NOT_APPLICABLE);
    }
}
