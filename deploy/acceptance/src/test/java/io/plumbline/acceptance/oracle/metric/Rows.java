package io.plumbline.acceptance.oracle.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Values collected by group. */
final class Rows {
    private final Frame frame;
    private final Map<Key, List<Double>> values = new HashMap<>();
    private final Set<Key> withData = new HashSet<>();

    Rows(Frame frame) {
        this.frame = frame;
    }

    /** Adds a value, which may be null, under each group of the subject; the bucket is null without metric_time. */
    void add(Subject subject, LocalDate bucket, Double value) {
        add(subject, bucket, value, value != null);
    }

    /** @param data whether there is something that a value could have been made of */
    void add(Subject subject, LocalDate bucket, Double value, boolean data) {
        if (!frame.picks(subject)) {
            return;
        }
        for (Key key : frame.keys(subject, bucket)) {
            values.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
            if (data) {
                withData.add(key);
            }
        }
    }

    /** Rolls each group up; nulls are left out. */
    Map<Key, Cell> rollUp(String aggregation) {
        Map<Key, Cell> cells = new HashMap<>();
        values.forEach((key, list) -> {
            List<Double> present = list.stream().filter(Objects::nonNull).toList();
            cells.put(key, Cell.of(Roll.up(aggregation, present), present.size(), why(key, present)));
        });
        return cells;
    }

    /** Only a deviation needs more than one value. */
    private String why(Key key, List<Double> present) {
        if (!present.isEmpty()) {
            return Cell.INSUFFICIENT;
        }
        return withData.contains(key) ? Cell.NOT_APPLICABLE : Cell.NO_DATA;
    }
}
