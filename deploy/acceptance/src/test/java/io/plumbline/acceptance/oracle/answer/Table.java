package io.plumbline.acceptance.oracle.answer;

import io.plumbline.acceptance.oracle.metric.Frame;
import io.plumbline.acceptance.oracle.metric.Key;
import io.plumbline.acceptance.oracle.metric.Slot;
import io.plumbline.acceptance.oracle.query.Dim;
import io.plumbline.acceptance.oracle.query.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Joins the measures on their groups and fills the gaps of metric_time. */
final class Table {
    private final Query query;
    private final List<Measured> columns;
    private final Instant now;
    private final int timePlace;

    Table(Query query, List<Measured> columns, Instant now) {
        this.query = query;
        this.columns = columns;
        this.now = now;
        this.timePlace = query.metricTime() == null ? -1 : query.dims().indexOf(query.metricTime());
    }

    List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        if (timePlace < 0) {
            groups().forEach(g -> rows.add(row(g, null, g, null)));
            return rows;
        }
        List<LocalDate> spine = spine();
        List<LocalDate> before = query.compare() == null ? List.of() : previousSpine();
        columns.forEach(c -> c.widen(days(spine), days(before)));
        Set<Key> groups = groups();
        for (Key group : groups) {
            for (int i = 0; i < spine.size(); i++) {
                LocalDate partner = i < before.size() ? before.get(i) : null;
                Key partnerKey = partner == null ? null : group.with(timePlace, partner.toString());
                rows.add(row(group.with(timePlace, spine.get(i).toString()), spine.get(i), partnerKey, partner));
            }
        }
        return rows;
    }

    /** The groups of all measures in both ranges, with an empty place for the time; dropped periods give none. */
    private Set<Key> groups() {
        Set<Key> groups = new LinkedHashSet<>();
        for (Measured column : columns) {
            column.current().keys().forEach(k -> groups.add(withoutTime(k)));
            column.previousKeys().stream().filter(this::hasPartner).forEach(k -> groups.add(withoutTime(k)));
        }
        boolean nothingElse = query.dims().size() == (timePlace < 0 ? 0 : 1);
        if (nothingElse) {
            groups.add(timePlace < 0 ? new Key(List.of()) : withoutTime(new Key(List.of(""))));
        }
        return groups;
    }

    /** Whether a period of the previous range is compared with one of the present range: surplus ones are dropped. */
    private boolean hasPartner(Key key) {
        return timePlace < 0
                || previousSpine().indexOf(LocalDate.parse((String) key.values().get(timePlace))) < spine().size();
    }

    private Key withoutTime(Key key) {
        return timePlace < 0 ? key : key.with(timePlace, null);
    }

    /** The periods of the range; where a bound is missing, from the first or to the last with data. */
    private List<LocalDate> spine() {
        List<LocalDate> seen = columns.stream()
                .flatMap(c -> c.current().seen().stream())
                .map(k -> LocalDate.parse((String) k.values().get(timePlace)))
                .sorted()
                .toList();
        boolean open = query.range().from() == null || query.range().to() == null;
        if (open && seen.isEmpty()) {
            return List.of();
        }
        LocalDate from =
                query.range().from() == null ? seen.getFirst() : query.range().from();
        LocalDate to = query.range().to() == null
                ? seen.getLast().plusDays(1)
                : query.range().to();
        return new Frame(query, query.range(), now).buckets(from, to);
    }

    private List<LocalDate> previousSpine() {
        Frame frame = new Frame(query, query.previous(), now);
        return frame.buckets(frame.range().from(), frame.range().to());
    }

    private static List<Slot.Day> days(List<LocalDate> firsts) {
        return firsts.stream().map(Slot.Day::new).toList();
    }

    private static Slot slot(LocalDate first) {
        return first == null ? null : new Slot.Day(first);
    }

    private Map<String, Object> row(Key key, LocalDate bucket, Key partner, LocalDate partnerBucket) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < query.dims().size(); i++) {
            Dim dim = query.dims().get(i);
            row.put(dim.field(), key.values().get(i));
        }
        for (Measured column : columns) {
            column.write(row, key, slot(bucket));
            if (query.compare() != null) {
                column.writeComparison(row, partner, slot(partnerBucket));
            }
        }
        return row;
    }
}
