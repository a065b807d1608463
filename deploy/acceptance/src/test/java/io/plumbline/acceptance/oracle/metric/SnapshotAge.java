package io.plumbline.acceptance.oracle.metric;

import io.plumbline.acceptance.oracle.model.Category;
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

/** How old the open issues are just before the end of each period, rolled up over these issues. */
final class SnapshotAge implements Metric {
    private static final double DAY = Duration.ofDays(1).toMillis();

    private final List<Tracker> trackers;
    private final boolean bugs;
    private final String aggregation;

    SnapshotAge(List<Tracker> trackers, String name, String aggregation) {
        this.trackers = trackers;
        this.bugs = name.equals("bug_age");
        this.aggregation = aggregation;
    }

    @Override
    public Map<Key, Cell> compute(Frame frame) {
        Rows rows = new Rows(frame);
        if (frame.grain() == null) {
            add(frame, frame.range(), null, rows);
        } else {
            frame.buckets(frame.range().from(), frame.range().to())
                    .forEach(bucket -> add(frame, frame.cut(bucket), bucket, rows));
        }
        return rows.rollUp(aggregation);
    }

    @Override
    public Cell empty(Frame frame, LocalDate bucket) {
        return Cell.ofNothing(null);
    }

    private void add(Frame frame, Range part, LocalDate bucket, Rows rows) {
        if (part.start() != null && !part.start().isBefore(frame.now())) {
            return;
        }
        Instant t = frame.slot() instanceof Slot.OfSprint own
                ? own.sprint().sprint().end()
                : BlockedHours.earlier(frame.now(), part.end());
        for (Tracker tracker : trackers) {
            for (Issue issue : tracker.issues()) {
                Instant since = since(issue, tracker, t);
                if (since != null && isOfSprint(frame, issue)) {
                    double days = Duration.between(since, t).toMillis() / DAY;
                    rows.add(IssueSubject.justBefore(t, issue, tracker), bucket, days);
                }
            }
        }
    }

    /** By sprint, issues of the projects that take part count. */
    private static boolean isOfSprint(Frame frame, Issue issue) {
        return !(frame.slot() instanceof Slot.OfSprint own) || own.sprint().takesIn(issue);
    }

    /** From when the age counts; null for an issue that isn't open then. */
    private Instant since(Issue issue, Tracker tracker, Instant t) {
        Span<String> status = issue.statuses().justBefore(t).orElse(null);
        if (status == null) {
            return null;
        }
        Category category = tracker.category(status.value());
        if (bugs) {
            return issue.isBug() && category != Category.DONE ? issue.created() : null;
        }
        return category == Category.IN_PROGRESS ? new Lifecycle(issue, tracker).sameCategorySince(status) : null;
    }
}
