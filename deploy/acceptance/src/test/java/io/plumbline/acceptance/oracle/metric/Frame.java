package io.plumbline.acceptance.oracle.metric;

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
 * @param period the period that all rows of the range count for; null where each counts for its own
 */
public record Frame(Query query, Range range, Instant now, LocalDate period) {
    public Frame(Query query, Range range, Instant now) {
        this(query, range, now, null);
    }

    /** The periods of metric_time; null where the range is not cut into any. */
    public Grain grain() {
        Dim dim = query.metricTime();
        return dim == null || period != null ? null : dim.grain();
    }

    /** The first day of the period of metric_time that an instant counts for; null without that dimension. */
    LocalDate bucket(Instant at) {
        return grain() == null ? period : grain().floor(at, range.zone());
    }

    /** The window of one period, as far as the range goes. */
    public Frame window(Window window, LocalDate bucket) {
        LocalDate end = grain().next(bucket);
        LocalDate to = range.to() == null || end.isBefore(range.to()) ? end : range.to();
        return new Frame(query, new Range(window.begin(bucket, grain(), range), to, range.zone()), now, bucket);
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

    /** The keys under which a subject counts: one for each combination of its values. */
    List<Key> keys(Subject subject, LocalDate bucket) {
        List<Key> keys = List.of(new Key(List.of()));
        for (Dim dim : query.dims()) {
            List<Object> values = dim.isMetricTime() ? List.of(label(bucket)) : grouped(subject, dim);
            List<Key> longer = new ArrayList<>();
            for (Key key : keys) {
                values.forEach(v -> longer.add(key.plus(v)));
            }
            keys = longer;
        }
        return keys;
    }

    private String label(LocalDate bucket) {
        return (period == null ? bucket : period).toString();
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
