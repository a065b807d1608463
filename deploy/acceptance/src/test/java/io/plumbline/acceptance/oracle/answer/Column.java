package io.plumbline.acceptance.oracle.answer;

import io.plumbline.acceptance.oracle.metric.Cell;
import io.plumbline.acceptance.oracle.metric.Frame;
import io.plumbline.acceptance.oracle.metric.Key;
import io.plumbline.acceptance.oracle.metric.Metric;
import io.plumbline.acceptance.oracle.query.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** One measure's numbers, now and in the range compared with. */
final class Column {
    private final String name;
    private final Metric metric;
    private final Frame frame;
    private final Frame previousFrame;
    private final Map<Key, Cell> current;
    private final Map<Key, Cell> previous;

    Column(String name, Metric metric, Query query, Instant now) {
        this.name = name;
        this.metric = metric;
        this.frame = new Frame(query, query.range(), now);
        this.previousFrame = query.compare() == null ? null : new Frame(query, query.previous(), now);
        this.current = metric.compute(frame);
        this.previous = previousFrame == null ? Map.of() : metric.compute(previousFrame);
    }

    Map<Key, Cell> current() {
        return current;
    }

    Map<Key, Cell> previous() {
        return previous;
    }

    /** Writes the number of a group and period. */
    void write(Map<String, Object> row, Key key, LocalDate bucket) {
        Cell cell = current.getOrDefault(key, metric.empty(frame, bucket));
        row.put(name, cell.value());
        if (cell.parts() != null) {
            row.put(name + "__parts", cell.parts());
        }
    }

    /** Writes the comparison; a null key means that the period has no partner. */
    void writeComparison(Map<String, Object> row, Key key, LocalDate bucket) {
        Double now = (Double) row.get(name);
        Double before = key == null
                ? null
                : previous.getOrDefault(key, metric.empty(previousFrame, bucket))
                        .value();
        Double delta = now == null || before == null ? null : (Double) (now - before);
        row.put(name + "__previous", before);
        row.put(name + "__delta", delta);
        row.put(name + "__delta_pct", delta == null || before == 0 ? null : (Double) (100 * delta / before));
    }
}
