package io.plumbline.acceptance.oracle.metric;

import io.plumbline.acceptance.oracle.model.Issue;
import io.plumbline.acceptance.oracle.model.Lifecycle;
import io.plumbline.acceptance.oracle.model.Span;
import io.plumbline.acceptance.oracle.model.Tracker;
import io.plumbline.acceptance.oracle.query.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Hours in which issues were blocked, cut to each period and to the present. */
final class BlockedHours implements Metric {
    private static final double HOUR = Duration.ofHours(1).toMillis();

    private final List<Tracker> trackers;

    BlockedHours(List<Tracker> trackers) {
        this.trackers = trackers;
    }

    @Override
    public Map<Key, Cell> compute(Frame frame) {
        Rows rows = new Rows(frame);
        for (Tracker tracker : trackers) {
            for (Issue issue : tracker.issues()) {
                for (Span<Boolean> span : new Lifecycle(issue, tracker).blocked()) {
                    add(rows, issue, tracker, span, frame);
                }
            }
        }
        return rows.rollUp("sum");
    }

    @Override
    public Cell empty(Frame frame, LocalDate bucket) {
        return Cell.ofNothing(0.0);
    }

    private static void add(Rows rows, Issue issue, Tracker tracker, Span<Boolean> span, Frame frame) {
        for (Stretch stretch : frame.stretches(issue)) {
            Instant from = later(span.from(), stretch.from());
            Instant to = earlier(earlier(frame.now(), span.to()), stretch.to());
            if (from.isBefore(to)) {
                add(rows, new IssueSubject(issue, tracker), from, to, frame);
            }
        }
    }

    private static void add(Rows rows, Subject subject, Instant from, Instant to, Frame frame) {
        if (frame.grain() == null) {
            rows.add(subject, null, hours(from, to));
            return;
        }
        LocalDate first = from.atZone(frame.range().zone()).toLocalDate();
        LocalDate after = to.atZone(frame.range().zone()).toLocalDate().plusDays(1);
        for (LocalDate bucket : frame.buckets(first, after)) {
            Range part = frame.cut(bucket);
            double hours = hours(later(from, part.start()), earlier(to, part.end()));
            if (hours > 0) {
                rows.add(subject, bucket, hours);
            }
        }
    }

    static double hours(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / HOUR;
    }

    /** The later of two instants; the second may be null. */
    static Instant later(Instant a, Instant b) {
        return b == null || a.isAfter(b) ? a : b;
    }

    /** The earlier of two instants; the second may be null. */
    static Instant earlier(Instant a, Instant b) {
        return b == null || a.isBefore(b) ? a : b;
    }
}
