package io.plumbline.acceptance.oracle.answer;

import io.plumbline.acceptance.oracle.metric.Key;
import io.plumbline.acceptance.oracle.metric.Slot;
import io.plumbline.acceptance.oracle.metric.SprintAxis;
import io.plumbline.acceptance.oracle.metric.SprintPlace;
import io.plumbline.acceptance.oracle.query.Ask;
import io.plumbline.acceptance.oracle.query.Dim;
import io.plumbline.acceptance.oracle.query.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows by sprint: each sprint of the axis with each group of the dimensions that are no sprint's own. */
final class SprintTable {
    private final Query query;
    private final List<Measured> columns;
    private final SprintAxis axis;

    SprintTable(Query query, List<Measured> columns, SprintAxis axis) {
        this.query = query;
        this.columns = columns;
        this.axis = axis;
    }

    List<Map<String, Object>> rows() {
        boolean compares = query.compare() != null;
        List<SprintPlace> counted = compares ? comparedAndShown() : axis.shown();
        for (Measured column : columns) {
            column.widen(counted.stream().map(p -> axis.slot(p, column.ask())).toList(), List.of());
        }
        Set<Key> groups = groups();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (SprintPlace place : axis.shown()) {
            for (Key group : groups) {
                rows.add(row(place, group, compares));
            }
        }
        return rows;
    }

    private Set<Key> groups() {
        Set<Key> groups = new LinkedHashSet<>();
        columns.forEach(c -> c.current().keys().forEach(k -> groups.add(withoutSprint(k))));
        if (query.dims().stream().allMatch(d -> d.isMetricTime() || SprintAxis.isOwn(d.field()))) {
            groups.add(new Key(query.dims().stream().map(d -> null).toList()));
        }
        return groups;
    }

    private Key withoutSprint(Key key) {
        Key group = key;
        for (int i = 0; i < query.dims().size(); i++) {
            Dim dim = query.dims().get(i);
            if (dim.isMetricTime() || SprintAxis.isOwn(dim.field())) {
                group = group.with(i, null);
            }
        }
        return group;
    }

    private Key of(Slot.OfSprint slot, Key group) {
        Key key = group;
        for (int i = 0; i < query.dims().size(); i++) {
            Dim dim = query.dims().get(i);
            if (dim.isMetricTime()) {
                key = key.with(i, slot.label());
            } else if (SprintAxis.isOwn(dim.field())) {
                key = key.with(i, slot.own(dim, query.range().zone()));
            }
        }
        return key;
    }

    private Map<String, Object> row(SprintPlace place, Key group, boolean compares) {
        Slot.OfSprint plain = new Slot.OfSprint(place, List.of(place));
        Key key = of(plain, group);
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < query.dims().size(); i++) {
            row.put(query.dims().get(i).field(), key.values().get(i));
        }
        row.put(RowOrder.SPRINT, plain.label());
        row.putAll(plain.columns(query.range().zone()));
        for (Measured column : columns) {
            column.write(row, key, axis.slot(place, column.ask()));
            if (compares) {
                compare(row, column, place, group);
            }
        }
        return row;
    }

    private void compare(Map<String, Object> row, Measured column, SprintPlace place, Key group) {
        List<SprintPlace> board = axis.board(place);
        Ask ask = column.ask();
        List<Slot.OfSprint> before =
                board.subList(Math.max(0, board.size() - 1 - query.sprints()), board.size() - 1).stream()
                        .map(p -> axis.slot(p, ask))
                        .toList();
        column.writeMean(row, before.stream().map(s -> of(s, group)).toList(), before);
    }

    /** The sprints that one is compared with. */
    private List<SprintPlace> before(SprintPlace place) {
        List<SprintPlace> board = axis.board(place);
        return board.subList(Math.max(0, board.size() - 1 - query.sprints()), board.size() - 1);
    }

    private List<SprintPlace> comparedAndShown() {
        Set<SprintPlace> all = new LinkedHashSet<>(axis.shown());
        axis.shown().forEach(place -> all.addAll(before(place)));
        return List.copyOf(all);
    }
}
