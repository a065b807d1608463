package io.plumbline.acceptance.oracle.answer;

import io.plumbline.acceptance.oracle.metric.Cell;
import io.plumbline.acceptance.oracle.metric.Frame;
import io.plumbline.acceptance.oracle.metric.Key;
import io.plumbline.acceptance.oracle.metric.Metric;
import io.plumbline.acceptance.oracle.metric.Slot;
import io.plumbline.acceptance.oracle.query.Ask;
import io.plumbline.acceptance.oracle.query.Query;
import io.plumbline.acceptance.oracle.query.Range;
import java.time.Instant;
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
        this.cells = query.isBySprint() ? Map.of() : metric.compute(frame);
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

    /** Counts anew over the windows of these periods, if it has any; or over these sprints. */
    void widen(List<? extends Slot> slots) {
        boolean windows = ask.window() != null && frame.grain() != null;
        if (windows || frame.query().isBySprint()) {
            cells = new HashMap<>();
            slots.forEach(slot -> cells.putAll(metric.compute(frame(slot))));
        }
    }

    private Frame frame(Slot slot) {
        return switch (slot) {
            case Slot.Day day -> frame.window(ask.window(), day);
            case Slot.OfSprint sprint -> frame.sprint(sprint);
        };
    }

    /** The number of a group and slot; the slot is null without metric_time. */
    Cell cell(Key key, Slot slot) {
        Cell cell = cells.get(key);
        return cell != null ? cell : nothing(slot);
    }

    private Cell nothing(Slot slot) {
        return switch (slot) {
            case null -> metric.empty(frame, null);
            case Slot.Day day when ask.window() == null -> metric.empty(frame, day.first());
            case Slot _ -> metric.empty(frame(slot), null);
        };
    }
}
