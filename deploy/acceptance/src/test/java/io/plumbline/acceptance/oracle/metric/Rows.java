package io.plumbline.acceptance.oracle.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Values collected by group. */
final class Rows {
    private final Frame frame;
    private final Map<Key, List<Double>> values = new HashMap<>();

    Rows(Frame frame) {
        this.frame = frame;
    }

    /** Adds a value, which may be null, under each group of the subject; the bucket is null without metric_time. */
    void add(Subject subject, LocalDate bucket, Double value) {
        if (subject.passes(frame.query())) {
            frame.keys(subject, bucket)
                    .forEach(k ->
                            values.computeIfAbsent(k, x -> new ArrayList<>()).add(value));
        }
    }

    /** Rolls each group up; nulls are left out. */
    Map<Key, Cell> rollUp(String aggregation) {
        Map<Key, Cell> cells = new HashMap<>();
        values.forEach((key, list) -> cells.put(
                key,
                Cell.of(Roll.up(
                        aggregation, list.stream().filter(Objects::nonNull).toList()))));
        return cells;
    }
}
