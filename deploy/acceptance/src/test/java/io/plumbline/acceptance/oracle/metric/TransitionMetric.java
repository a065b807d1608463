package io.plumbline.acceptance.oracle.metric;

import io.plumbline.acceptance.oracle.model.Issue;
import io.plumbline.acceptance.oracle.model.Lifecycle;
import io.plumbline.acceptance.oracle.model.Tracker;
import io.plumbline.acceptance.oracle.model.Transition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Distinct issues that entered done, or left it, in a period. */
final class TransitionMetric implements Metric {
    private final List<Tracker> trackers;
    private final boolean entering;

    TransitionMetric(List<Tracker> trackers, boolean entering) {
        this.trackers = trackers;
        this.entering = entering;
    }

    @Override
    public Map<Key, Cell> compute(Frame frame) {
        Rows issues = new Rows(frame);
        Rows rows = new Rows(frame);
        for (Tracker tracker : trackers) {
            for (Issue issue : tracker.issues()) {
                Subject subject = new IssueSubject(issue, tracker);
                List<LocalDate> buckets = new ArrayList<>();
                wanted(issue, tracker, frame).forEach(t -> buckets.add(frame.bucket(t.at())));
                buckets.forEach(b -> rows.add(subject, b, 1.0));
                new HashSet<>(buckets).forEach(b -> issues.add(subject, b, 1.0));
            }
        }
        Map<Key, Cell> counts = rows.rollUp("count");
        Map<Key, Cell> cells = issues.rollUp("count");
        cells.replaceAll((key, cell) -> Cell.of(cell.value(), counts.get(key).n(), null));
        return cells;
    }

    @Override
    public Cell empty(Frame frame, LocalDate bucket) {
        return Cell.ofNothing(0.0);
    }

    private List<Transition> wanted(Issue issue, Tracker tracker, Frame frame) {
        return new Lifecycle(issue, tracker)
                .transitions().stream()
                        .filter(t -> entering ? t.entersDone() : t.leavesDone())
                        .filter(t -> frame.holds(issue, t.at()))
                        .toList();
    }
}
