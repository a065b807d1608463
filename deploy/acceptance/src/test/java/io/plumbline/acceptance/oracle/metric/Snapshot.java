package io.plumbline.acceptance.oracle.metric;

import io.plumbline.acceptance.oracle.model.Category;
import io.plumbline.acceptance.oracle.model.Issue;
import io.plumbline.acceptance.oracle.model.Span;
import io.plumbline.acceptance.oracle.model.Tracker;
import io.plumbline.acceptance.oracle.query.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Issues in progress just before the end of each period, or over the day ends inside it. */
final class Snapshot implements Metric {
    private final List<Tracker> trackers;
    private final String name;
    private final String aggregation;
    private final int days;

    Snapshot(List<Tracker> trackers, String name, String aggregation, int days) {
        this.trackers = trackers;
        this.name = name;
        this.aggregation = aggregation;
        this.days = days;
    }

    @Override
    public Map<Key, Cell> compute(Frame frame) {
        if (frame.slot() instanceof Slot.OfSprint sprint) {
            return counted(
                    frame, SnapshotInstant.of(sprint, isLast(), frame.range().zone()), null);
        }
        if (frame.grain() == null) {
            return counted(frame, instants(frame, frame.range()), null);
        }
        Map<Key, Cell> cells = new HashMap<>();
        for (LocalDate bucket :
                frame.buckets(frame.range().from(), frame.range().to())) {
            cells.putAll(counted(frame, instants(frame, frame.cut(bucket)), bucket));
        }
        return cells;
    }

    /** What has not begun yet can't be known. */
    @Override
    public Cell empty(Frame frame, LocalDate bucket) {
        Range part = bucket == null ? frame.range() : frame.cut(bucket);
        return Cell.ofNothing(isFuture(frame, part) ? null : 0.0);
    }

    /** A window begins before its period; what counts is whether the period has begun. */
    private static boolean isFuture(Frame frame, Range part) {
        return switch (frame.slot()) {
            case Slot.Day day -> day.isFuture(part.zone(), frame.now());
            case Slot.OfSprint _ -> false;
            case null -> part.start() != null && !part.start().isBefore(frame.now());
        };
    }

    private boolean isLast() {
        return aggregation.equals("last");
    }

    private Map<Key, Cell> counted(Frame frame, List<SnapshotInstant> instants, LocalDate bucket) {
        Map<Key, List<Double>> counts = new HashMap<>();
        Map<Key, Set<Issue>> issues = new HashMap<>();
        for (int i = 0; i < instants.size(); i++) {
            for (Map.Entry<Issue, List<Key>> found :
                    inProgress(frame, instants.get(i), bucket).entrySet()) {
                for (Key key : found.getValue()) {
                    List<Double> list = counts.computeIfAbsent(key, k -> zeros(instants.size()));
                    list.set(i, list.get(i) + 1);
                    issues.computeIfAbsent(key, k -> new HashSet<>()).add(found.getKey());
                }
            }
        }
        Map<Key, Cell> cells = new HashMap<>();
        String roll = isLast() ? "max" : aggregation;
        counts.forEach((key, list) ->
                cells.put(key, Cell.of(Roll.up(roll, list), issues.get(key).size(), null)));
        return cells;
    }

    private static List<Double> zeros(int size) {
        List<Double> zeros = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            zeros.add(0.0);
        }
        return zeros;
    }

    private List<SnapshotInstant> instants(Frame frame, Range part) {
        if (isFuture(frame, part)) {
            return List.of();
        }
        if (isLast()) {
            return List.of(new SnapshotInstant(BlockedHours.earlier(frame.now(), part.end()), i -> true));
        }
        List<SnapshotInstant> ends = new ArrayList<>();
        for (LocalDate day = part.from(); day.isBefore(part.to()); day = day.plusDays(1)) {
            Range whole = new Range(day, day.plusDays(1), part.zone());
            if (whole.start().isBefore(frame.now())) {
                ends.add(new SnapshotInstant(BlockedHours.earlier(frame.now(), whole.end()), i -> true));
            }
        }
        return ends;
    }

    private Map<Issue, List<Key>> inProgress(Frame frame, SnapshotInstant instant, LocalDate bucket) {
        Map<Issue, List<Key>> keys = new LinkedHashMap<>();
        for (Tracker tracker : trackers) {
            for (Issue issue : tracker.issues()) {
                if (instant.of().test(issue) && counts(issue, tracker, instant.at())) {
                    Subject subject = IssueSubject.justBefore(instant.at(), issue, tracker);
                    if (frame.picks(subject)) {
                        keys.put(issue, frame.keys(subject, bucket));
                    }
                }
            }
        }
        return keys;
    }

    private boolean counts(Issue issue, Tracker tracker, Instant t) {
        Span<String> status = issue.statuses().justBefore(t).orElse(null);
        if (status == null || tracker.category(status.value()) != Category.IN_PROGRESS) {
            return false;
        }
        return switch (name) {
            case "stuck_count" -> !status.from().isAfter(t.minus(Duration.ofDays(days)));
            case "wip_no_assignee" ->
                issue.assignees().justBefore(t).orElseThrow().value() == null;
            default -> true;
        };
    }
}
