package io.plumbline.acceptance.oracle.answer;

import io.plumbline.acceptance.oracle.metric.Cell;
import io.plumbline.acceptance.oracle.metric.Key;
import io.plumbline.acceptance.oracle.metric.Metric;
import io.plumbline.acceptance.oracle.query.Ask;
import io.plumbline.acceptance.oracle.query.Dim;
import io.plumbline.acceptance.oracle.query.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A measure: its numbers, those of the range compared with, and the totals that shares are of. */
final class Measured {
    private final Query query;
    private final String name;
    private final Column current;
    private final Column previous;
    private final Column totals;

    Measured(Ask ask, Metric metric, Query query, Instant now) {
        this.query = query;
        this.name = ask.column();
        this.current = new Column(ask, metric, query, query.range(), now);
        this.previous = query.compare() == null ? null : new Column(ask, metric, query, query.previous(), now);
        this.totals = ask.show() == null || !ask.show().share()
                ? null
                : new Column(ask, metric, query.over(ask.show().within()), query.range(), now);
    }

    Column current() {
        return current;
    }

    Set<Key> previousKeys() {
        return previous == null ? Set.of() : previous.keys();
    }

    /** Sets the periods of the answer and those compared with. */
    void widen(List<LocalDate> periods, List<LocalDate> partners) {
        current.widen(periods);
        if (previous != null) {
            previous.widen(partners);
        }
        if (totals != null) {
            totals.widen(periods);
        }
    }

    /** Writes the number of a group and period, or its share. */
    void write(Map<String, Object> row, Key key, LocalDate period) {
        Cell cell = current.cell(key, period);
        row.put(name, totals == null ? cell.value() : share(cell.value(), key, period));
        if (cell.parts() != null) {
            row.put(name + "__parts", cell.parts());
        }
    }

    private Double share(Double value, Key key, LocalDate period) {
        List<String> within = current.ask().show().within();
        List<Object> values = new ArrayList<>();
        boolean timed = false;
        for (int i = 0; i < query.dims().size(); i++) {
            Dim dim = query.dims().get(i);
            if (within.contains(dim.field())) {
                values.add(key.values().get(i));
                timed |= dim.isMetricTime();
            }
        }
        Double total = totals.cell(new Key(values), timed ? period : null).value();
        return value == null || total == null || total == 0 ? null : (Double) (100 * value / total);
    }

    /** Writes the comparison; a null key means that the period has no partner. */
    void writeComparison(Map<String, Object> row, Key key, LocalDate period) {
        Double now = (Double) row.get(name);
        Double before = key == null ? null : previous.cell(key, period).value();
        Double delta = now == null || before == null ? null : (Double) (now - before);
        row.put(name + "__previous", before);
        row.put(name + "__delta", delta);
        row.put(name + "__delta_pct", delta == null || before == 0 ? null : (Double) (100 * delta / before));
    }
}
