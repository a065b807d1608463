package io.plumbline.acceptance.oracle.metric;

import io.plumbline.acceptance.oracle.model.Issue;
import io.plumbline.acceptance.oracle.model.Sprint;
import io.plumbline.acceptance.oracle.query.Dim;
import io.plumbline.acceptance.oracle.query.Grain;
import io.plumbline.acceptance.oracle.query.Query;
import io.plumbline.acceptance.oracle.query.Range;
import io.plumbline.acceptance.oracle.query.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A query over one range of time, asked at an instant.
 *
 * @param range the query's own, the one it is compared with, or the window of one period
 * @param slot the period or sprint that all rows count for; null where each counts for its own period
 */
public record Frame(Query query, Range range, Instant now, Slot slot) {
    public Frame(Query query, Range range, Instant now) {
        this(query, range, now, null);
    }

    /** The periods of metric_time; null where the range is not cut into any. */
    public Grain grain() {
        Dim dim = query.metricTime();
        return dim == null || slot != null ? null : dim.grain();
    }

    /** The first day of the period of metric_time that an instant counts for; null without that dimension. */
    LocalDate bucket(Instant at) {
        return grain() == null ? null : grain().floor(at, range.zone());
    }

    /** The window of one period, as far as the range goes. */
    public Frame window(Window window, Slot.Day day) {
        LocalDate end = grain().next(day.first());
        LocalDate to = range.to() == null || end.isBefore(range.to()) ? end : range.to();
        Range reach = new Range(window.begin(day.first(), grain(), range), to, range.zone());
        return new Frame(query, reach, now, day.within(range));
    }

    /** One sprint with its window. */
    public Frame sprint(Slot.OfSprint sprint) {
        return new Frame(query, range, now, sprint);
    }

    /** When the rows of an issue count. */
    List<Stretch> stretches(Issue issue) {
        return slot instanceof Slot.OfSprint sprint
                ? Stretch.merged(sprint.members().stream()
                        .filter(m -> m.takesIn(issue))
                        .map(SprintPlace::stretch)
                        .toList())
                : List.of(new Stretch(range.start(), range.end()));
    }

    boolean holds(Issue issue, Instant at) {
        return stretches(issue).stream().anyMatch(s -> s.holds(at));
    }

    boolean holds(Sprint sprint) {
        return slot instanceof Slot.OfSprint own
                ? own.members().stream().anyMatch(m -> m.is(sprint))
                : range.holds(sprint.end());
    }

    /** The part of a period inside the range. */
    Range cut(LocalDate bucket) {
        LocalDate end = grain().next(bucket);
        LocalDate from = range.from() == null || bucket.isAfter(range.from()) ? bucket : range.from();
        LocalDate to = range.to() == null || end.isBefore(range.to()) ? end : range.to();
        return new Range(from, to, range.zone());
    }

    /** The periods from the one of a day up to, but without, a day. */
    public List<LocalDate> buckets(LocalDate from, LocalDate to) {
        List<LocalDate> buckets = new ArrayList<>();
        for (LocalDate day = grain().floor(from); day.isBefore(to); day = grain().next(day)) {
            buckets.add(day);
        }
        return buckets;
    }

    /** Whether the filters pick a row. */
    boolean picks(Subject subject) {
        return seen(subject).passes(query);
    }

    /** The keys under which a subject counts: one for each combination of its values. */
    List<Key> keys(Subject subject, LocalDate bucket) {
        List<Key> keys = List.of(new Key(List.of()));
        for (Dim dim : query.dims()) {
            List<Object> values = dim.isMetricTime() ? List.of(label(bucket)) : grouped(seen(subject), dim);
            List<Key> longer = new ArrayList<>();
            for (Key key : keys) {
                values.forEach(v -> longer.add(key.plus(v)));
            }
            keys = longer;
        }
        return keys;
    }

    private Subject seen(Subject subject) {
        return slot instanceof Slot.OfSprint own
                ? new InSprint(subject, new SprintSubject(own.sprint().sprint(), null))
                : subject;
    }

    private String label(LocalDate bucket) {
        return slot == null ? bucket.toString() : slot.label();
    }

    private List<Object> grouped(Subject subject, Dim dim) {
        List<Object> values = new ArrayList<>();
        for (Object value : subject.values(dim.field())) {
            values.add(
                    value instanceof Instant at
                            ? dim.grain().floor(at, range.zone()).toString()
                            : value);
        }
        return values;
    }
}
