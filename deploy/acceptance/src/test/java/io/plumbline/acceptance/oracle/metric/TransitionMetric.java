package io.plumbline.acceptance.oracle.metric;

import io.plumbline.acceptance.oracle.model.Issue;
import io.plumbline.acceptance.oracle.model.Lifecycle;
import io.plumbline.acceptance.oracle.model.Tracker;
import io.plumbline.acceptance.oracle.model.Transition;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
        Rows rows = new Rows(frame);
        for (Tracker tracker : trackers) {
            for (Issue issue : tracker.issues()) {
                if (frame.grain() == null) {
                    if (anyIn(issue, tracker, frame)) {
                        rows.add(new IssueSubject(issue, tracker), null, 1.0);
                    }
                } else {
                    buckets(issue, tracker, frame).forEach(b -> rows.add(new IssueSubject(issue, tracker), b, 1.0));
                }
            }
        }
        return rows.rollUp("count");
    }

    @Override
    public Cell empty(Frame frame, LocalDate bucket) {
        return Cell.of(0.0);
    }

    private boolean anyIn(Issue issue, Tracker tracker, Frame frame) {
        return wanted(issue, tracker, frame).stream().findAny().isPresent();
    }

    private Set<LocalDate> buckets(Issue issue, Tracker tracker, Frame frame) {
        return wanted(issue, tracker, frame).stream()
                .map(t -> frame.bucket(t.at()))
                .collect(Collectors.toSet());
    }

    private List<Transition> wanted(Issue issue, Tracker tracker, Frame frame) {
        return new Lifecycle(issue, tracker)
                .transitions().stream()
                        .filter(t -> entering ? t.entersDone() : t.leavesDone())
                        .filter(t -> frame.range().holds(t.at()))
                        .toList();
    }
}
