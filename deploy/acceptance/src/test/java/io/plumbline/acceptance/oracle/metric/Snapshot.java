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
import java.util.List;
import java.util.Map;

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
        Map<Key, Cell> cells = new HashMap<>();
        if (frame.grain() == null) {
            cells.putAll(period(frame, frame.range(), null));
        } else {
            for (LocalDate bucket :
                    frame.buckets(frame.range().from(), frame.range().to())) {
                cells.putAll(period(frame, frame.cut(bucket), bucket));
            }
        }
        return cells;
    }

    /** What has not begun yet can't be known. */
    @Override
    public Cell empty(Frame frame, LocalDate bucket) {
        Range part = bucket == null ? frame.range() : frame.cut(bucket);
        return Cell.of(isFuture(frame, part) ? null : 0.0);
    }

    /** A window begins before its period; what counts is whether the period has begun. */
    private static boolean isFuture(Frame frame, Range part) {
        Instant begin = frame.period() == null
                ? part.start()
                : frame.period().atStartOfDay(part.zone()).toInstant();
        return begin != null && !begin.isBefore(frame.now());
    }

    private Map<Key, Cell> period(Frame frame, Range part, LocalDate bucket) {
        List<Instant> instants = instants(frame, part);
        Map<Key, List<Double>> counts = new HashMap<>();
        for (int i = 0; i < instants.size(); i++) {
            for (Key key : inProgress(frame, instants.get(i), bucket)) {
                List<Double> list = counts.computeIfAbsent(key, k -> zeros(instants.size()));
                list.set(i, list.get(i) + 1);
            }
        }
        Map<Key, Cell> cells = new HashMap<>();
        String roll = aggregation.equals("last") ? "max" : aggregation;
        counts.forEach((key, list) -> cells.put(key, Cell.of(Roll.up(roll, list))));
        return cells;
    }

    private static List<Double> zeros(int size) {
        List<Double> zeros = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            zeros.add(0.0);
        }
        return zeros;
    }

    private List<Instant> instants(Frame frame, Range part) {
        if (isFuture(frame, part)) {
            return List.of();
        }
        if (aggregation.equals("last")) {
            return List.of(BlockedHours.earlier(frame.now(), part.end()));
        }
        List<Instant> ends = new ArrayList<>();
        for (LocalDate day = part.from(); day.isBefore(part.to()); day = day.plusDays(1)) {
            Range whole = new Range(day, day.plusDays(1), part.zone());
            if (whole.start().isBefore(frame.now())) {
                ends.add(BlockedHours.earlier(frame.now(), whole.end()));
            }
        }
        return ends;
    }

    private List<Key> inProgress(Frame frame, Instant t, LocalDate bucket) {
        List<Key> keys = new ArrayList<>();
        for (Tracker tracker : trackers) {
            for (Issue issue : tracker.issues()) {
                if (counts(issue, tracker, t)) {
                    Subject subject = IssueSubject.justBefore(t, issue, tracker);
                    if (subject.passes(frame.query())) {
                        keys.addAll(frame.keys(subject, bucket));
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
