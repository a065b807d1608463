package io.plumbline.acceptance.oracle.answer;

import io.plumbline.acceptance.oracle.metric.Cell;
import io.plumbline.acceptance.oracle.metric.Frame;
import io.plumbline.acceptance.oracle.metric.Key;
import io.plumbline.acceptance.oracle.metric.Metric;
import io.plumbline.acceptance.oracle.query.Ask;
import io.plumbline.acceptance.oracle.query.Query;
import io.plumbline.acceptance.oracle.query.Range;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One measure's numbers over one range: by the periods alone at first, then by their windows. */
final class Column {
    private final Ask ask;
    private final Metric metric;
    private final Frame frame;
    private final Set<Key> seen;
    private Map<Key, Cell> cells;

    Column(Ask ask, Metric metric, Query query, Range range, Instant now) {
        this.ask = ask;
        this.metric = metric;
        this.frame = new Frame(query, range, now);
        this.cells = metric.compute(frame);
        this.seen = Set.copyOf(cells.keySet());
    }

    Ask ask() {
        return ask;
    }

    /** The groups and periods that have rows of their own. */
    Set<Key> seen() {
        return seen;
    }

    /** All groups that have rows in a period or its window. */
    Set<Key> keys() {
        return cells.keySet();
    }

    /** Counts anew over the windows of these periods, if it has any. */
    void widen(List<LocalDate> periods) {
        if (ask.window() == null || frame.grain() == null) {
            return;
        }
        cells = new HashMap<>();
        periods.forEach(p -> cells.putAll(metric.compute(frame.window(ask.window(), p))));
    }

    /** The number of a group and period; the period is null without metric_time. */
    Cell cell(Key key, LocalDate period) {
        Cell cell = cells.get(key);
        if (cell != null) {
            return cell;
        }
        return ask.window() == null || period == null
                ? metric.empty(frame, period)
                : metric.empty(frame.window(ask.window(), period), null);
    }
}
