package io.plumbline.acceptance.oracle.metric;

import io.plumbline.acceptance.oracle.query.Dim;
import io.plumbline.acceptance.oracle.query.Grain;
import io.plumbline.acceptance.oracle.query.Per;
import io.plumbline.acceptance.oracle.query.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A metric for each group of some more dimensions, rolled up over these. */
final class TwoStages implements Metric {
    private final Metric inner;
    private final Per per;

    TwoStages(Metric inner, Per per) {
        this.inner = inner;
        this.per = per;
    }

    @Override
    public Map<Key, Cell> compute(Frame frame) {
        Query finer = frame.query().finer(per);
        Map<Key, Cell> groups = filled(new Frame(finer, frame.range(), frame.now(), frame.slot()));
        Map<Key, List<Double>> values = new HashMap<>();
        groups.forEach((key, cell) -> {
            Key outer = outer(key, finer, frame);
            List<Double> list = values.computeIfAbsent(outer, k -> new ArrayList<>());
            if (cell.value() != null) {
                list.add(cell.value());
            }
        });
        Map<Key, Cell> cells = new HashMap<>();
        values.forEach((key, list) -> cells.put(
                key,
                Cell.of(Roll.up(per.agg(), list), list.size(), list.isEmpty() ? Cell.NO_DATA : Cell.INSUFFICIENT)));
        return cells;
    }

    @Override
    public Cell empty(Frame frame, LocalDate bucket) {
        return Cell.ofNothing(Roll.up(per.agg(), List.of()));
    }

    /** The groups, and those of periods in which they have nothing. */
    private Map<Key, Cell> filled(Frame frame) {
        Map<Key, Cell> cells = new HashMap<>(inner.compute(frame));
        if (!per.isByTime()) {
            return cells;
        }
        int place = frame.query().dims().indexOf(frame.query().metricTime());
        Set<Key> groups = new HashSet<>();
        cells.keySet().forEach(k -> groups.add(k.with(place, null)));
        if (frame.query().dims().size() == 1) {
            groups.add(new Key(List.of("")).with(0, null));
        }
        for (LocalDate bucket : buckets(frame, cells.keySet(), place)) {
            for (Key group : groups) {
                cells.computeIfAbsent(group.with(place, bucket.toString()), k -> inner.empty(frame, bucket));
            }
        }
        return cells;
    }

    private static List<LocalDate> buckets(Frame frame, Set<Key> keys, int place) {
        List<LocalDate> seen = keys.stream()
                .map(k -> LocalDate.parse((String) k.values().get(place)))
                .sorted()
                .toList();
        LocalDate from = frame.range().from();
        LocalDate to = frame.range().to();
        if (seen.isEmpty() && (from == null || to == null)) {
            return List.of();
        }
        return frame.buckets(
                from == null ? seen.getFirst() : from,
                to == null ? seen.getLast().plusDays(1) : to);
    }

    private Key outer(Key key, Query finer, Frame frame) {
        List<Object> values = new ArrayList<>();
        for (Dim dim : frame.query().dims()) {
            int place = finer.dims().stream().map(Dim::field).toList().indexOf(dim.field());
            Object value = key.values().get(place);
            Grain grain = frame.grain();
            values.add(
                    dim.isMetricTime() && per.isByTime() && grain != null
                            ? grain.floor(LocalDate.parse((String) value)).toString()
                            : value);
        }
        return new Key(values);
    }
}
