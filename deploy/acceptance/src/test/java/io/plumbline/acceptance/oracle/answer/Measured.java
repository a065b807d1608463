package io.plumbline.acceptance.oracle.answer;

import io.plumbline.acceptance.oracle.metric.Cell;
import io.plumbline.acceptance.oracle.metric.Key;
import io.plumbline.acceptance.oracle.metric.Metric;
import io.plumbline.acceptance.oracle.metric.Slot;
import io.plumbline.acceptance.oracle.query.Ask;
import io.plumbline.acceptance.oracle.query.Dim;
import io.plumbline.acceptance.oracle.query.Query;
import io.plumbline.acceptance.oracle.query.Range;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A measure: its numbers, those of the range compared with, and the totals that shares are of. */
final class Measured {
    /** Ends the name of the reason of a missing number. */
    static final String WHY = "__why";

    private final Query query;
    private final Ask ask;
    private final String name;
    private final Instant now;
    private final Column current;
    private final Column previous;
    private final Column totals;

    Measured(Ask ask, Metric metric, Query query, Instant now) {
        this.query = query;
        this.ask = ask;
        this.name = ask.column();
        this.now = now;
        this.current = new Column(ask, metric, query, query.range(), now);
        this.previous = query.previous() == null ? null : new Column(ask, metric, query, query.previous(), now);
        this.totals = ask.show() == null || !ask.show().share()
                ? null
                : new Column(ask, metric, query.over(ask.show().within()), query.range(), now);
    }

    Ask ask() {
        return ask;
    }

    Column current() {
        return current;
    }

    Set<Key> previousKeys() {
        return previous == null ? Set.of() : previous.keys();
    }

    /** Sets the periods of the answer and those compared with. */
    void widen(List<? extends Slot> slots, List<? extends Slot> partners) {
        current.widen(slots);
        if (previous != null) {
            previous.widen(partners);
        }
        if (totals != null) {
            totals.widen(slots);
        }
    }

    /** Writes the number of a group and period, or its share. */
    void write(Map<String, Object> row, Key key, Slot slot) {
        Cell cell = enough(current.cell(key, slot));
        Double shown = totals == null ? cell.value() : share(cell.value(), key, slot);
        put(
                row,
                name,
                shown,
                isFuture(query.range(), slot)
                        ? Cell.NOT_APPLICABLE
                        : Objects.requireNonNullElse(cell.why(), Cell.NOT_APPLICABLE));
        if (cell.parts() != null) {
            row.put(name + "__parts", cell.parts());
        }
        if (ask.n()) {
            row.put(name + "__n", (double) cell.n());
        }
    }

    /** A number of too few values is none. */
    private Cell enough(Cell cell) {
        if (cell.n() >= ask.minN()) {
            return cell;
        }
        String fewer = cell.n() == 0 ? Cell.NO_DATA : Cell.INSUFFICIENT;
        return new Cell(null, null, cell.n(), cell.value() == null ? cell.why() : fewer);
    }

    private boolean isFuture(Range range, Slot slot) {
        if (range.start() != null && !range.start().isBefore(now)) {
            return !(slot instanceof Slot.OfSprint);
        }
        return slot instanceof Slot.Day day && day.isFuture(range.zone(), now);
    }

    private static void put(Map<String, Object> row, String column, Double value, String why) {
        row.put(column, value);
        if (value == null) {
            row.put(column + WHY, why);
        }
    }

    private Double share(Double value, Key key, Slot slot) {
        List<String> within = ask.show().within();
        List<Object> values = new ArrayList<>();
        boolean timed = false;
        for (int i = 0; i < query.dims().size(); i++) {
            Dim dim = query.dims().get(i);
            if (within.contains(dim.field())) {
                values.add(key.values().get(i));
                timed |= dim.isMetricTime();
            }
        }
        Double total = totals.cell(new Key(values), timed ? slot : null).value();
        return value == null || total == null || total == 0 ? null : (Double) (100 * value / total);
    }

    /** Writes the comparison with the other range; a null key means that the period has no partner. */
    void writeComparison(Map<String, Object> row, Key key, Slot slot) {
        if (key == null) {
            writeComparison(row, null, Cell.NOT_APPLICABLE);
        } else {
            Cell before = enough(previous.cell(key, slot));
            writeComparison(row, before.value(), isFuture(query.previous(), slot) ? Cell.NOT_APPLICABLE : before.why());
        }
    }

    /** Writes the comparison with the mean of the same group in the sprints before. */
    void writeMean(Map<String, Object> row, List<Key> keys, List<Slot.OfSprint> slots) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Double value = enough(current.cell(keys.get(i), slots.get(i))).value();
            if (value != null) {
                values.add(value);
            }
        }
        Double mean = values.isEmpty()
                ? null
                : (Double) (values.stream().mapToDouble(v -> v).sum() / values.size());
        writeComparison(row, mean, keys.isEmpty() ? Cell.NOT_APPLICABLE : Cell.NO_DATA);
    }

    private void writeComparison(Map<String, Object> row, Double before, String why) {
        Double value = (Double) row.get(name);
        Object own = row.getOrDefault(name + WHY, Cell.NOT_APPLICABLE);
        Double delta = value == null || before == null ? null : (Double) (value - before);
        Double percent = delta == null || before == 0 ? null : (Double) (100 * delta / before);
        put(row, name + "__previous", before, why);
        put(row, name + "__delta", delta, own.toString());
        put(row, name + "__delta_pct", percent, own.toString());
    }
}
