package io.plumbline.acceptance.oracle.metric;

import io.plumbline.acceptance.oracle.model.Issue;
import io.plumbline.acceptance.oracle.model.Lifecycle;
import io.plumbline.acceptance.oracle.model.Tracker;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Issues counted or measured at their creation or when they got done. */
final class IssueMetric implements Metric {
    private static final double DAY = Duration.ofDays(1).toMillis();

    private final List<Tracker> trackers;
    private final String name;
    private final String aggregation;

    IssueMetric(List<Tracker> trackers, String name, String aggregation) {
        this.trackers = trackers;
        this.name = name;
        this.aggregation = aggregation;
    }

    @Override
    public Map<Key, Cell> compute(Frame frame) {
        Rows rows = new Rows(frame);
        for (Tracker tracker : trackers) {
            for (Issue issue : tracker.issues()) {
                Lifecycle life = new Lifecycle(issue, tracker);
                Instant at = time(issue, life);
                if (at != null && frame.holds(issue, at) && counts(issue, life)) {
                    rows.add(new IssueSubject(issue, tracker), frame.bucket(at), value(issue, life));
                }
            }
        }
        return rows.rollUp(aggregation);
    }

    @Override
    public Cell empty(Frame frame, LocalDate bucket) {
        return Cell.ofNothing(Roll.up(aggregation, List.of()));
    }

    private Instant time(Issue issue, Lifecycle life) {
        return switch (name) {
            case "created", "bug_count", "escaped_defects" -> issue.created();
            default -> life.doneAt();
        };
    }

    private boolean counts(Issue issue, Lifecycle life) {
        return switch (name) {
            case "bug_count" -> issue.isBug();
            case "escaped_defects" -> issue.isEscaped();
            case "cycle_time", "cycle_time_working", "active_hours", "flow_hours" -> life.firstInProgress() != null;
            case "first_time_passes" -> life.transitions().size() == 1;
            default -> true;
        };
    }

    private Double value(Issue issue, Lifecycle life) {
        return switch (name) {
            case "created", "closed", "bug_count", "escaped_defects", "first_time_passes" -> 1.0;
            case "active_hours" -> life.activeHours();
            case "flow_hours" -> BlockedHours.hours(life.firstInProgress(), life.doneAt());
            case "cycle_time" -> days(life.firstInProgress(), life.doneAt());
            case "cycle_time_working" -> WorkingTime.days(life.firstInProgress(), life.doneAt());
            case "lead_time_working" -> WorkingTime.days(issue.created(), life.doneAt());
            default -> days(issue.created(), life.doneAt());
        };
    }

    private static double days(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / DAY;
    }
}
