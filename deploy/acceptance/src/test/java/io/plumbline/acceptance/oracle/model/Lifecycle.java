package io.plumbline.acceptance.oracle.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What an issue's status and flag history says: entries into done, first progress, blocked time. */
public final class Lifecycle {
    private final Issue issue;
    private final Tracker tracker;

    public Lifecycle(Issue issue, Tracker tracker) {
        this.issue = issue;
        this.tracker = tracker;
    }

    /** Entries into done and departures from it, in order. Done to another done status is neither. */
    public List<Transition> transitions() {
        List<Transition> transitions = new ArrayList<>();
        boolean wasDone = false;
        for (Span<String> span : issue.statuses().spans()) {
            boolean isDone = tracker.isDone(span.value());
            if (isDone != wasDone) {
                transitions.add(new Transition(span.from(), isDone, wasDone));
            }
            wasDone = isDone;
        }
        return transitions;
    }

    /** The last entry into done that still holds, else null. */
    public Instant doneAt() {
        List<Transition> transitions = transitions();
        if (transitions.isEmpty() || !transitions.getLast().entersDone()) {
            return null;
        }
        return transitions.getLast().at();
    }

    /** The first entry into the category in progress, also one without length, else null. */
    public Instant firstInProgress() {
        for (Span<String> span : issue.statuses().spans()) {
            if (tracker.category(span.value()) == Category.IN_PROGRESS) {
                return span.from();
            }
        }
        return null;
    }

    /** When the category of a status of the history was entered, of the stretch of that category that holds the status. */
    public Instant sameCategorySince(Span<String> status) {
        List<Span<String>> spans = issue.statuses().spans();
        int first = spans.indexOf(status);
        Category category = tracker.category(status.value());
        while (first > 0 && tracker.category(spans.get(first - 1).value()) == category) {
            first--;
        }
        return spans.get(first).from();
    }

    /** Done at an instant, after its changes. */
    public boolean isDoneAt(Instant t) {
        return issue.statuses().at(t).map(s -> tracker.isDone(s.value())).orElse(false);
    }

    /** Done before the changes of an instant. */
    public boolean isDoneJustBefore(Instant t) {
        return issue.statuses()
                .justBefore(t)
                .map(s -> tracker.isDone(s.value()))
                .orElse(false);
    }

    /** Stretches in which it was flagged or in a blocked status, and not done. They neither overlap nor meet. */
    public List<Span<Boolean>> blocked() {
        List<Instant> edges = edges();
        List<Span<Boolean>> blocked = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            Instant from = edges.get(i);
            Instant to = i + 1 < edges.size() ? edges.get(i + 1) : null;
            if (isBlockedAt(from)) {
                boolean goesOn =
                        !blocked.isEmpty() && from.equals(blocked.getLast().to());
                blocked.add(new Span<>(true, goesOn ? blocked.removeLast().from() : from, to));
            }
        }
        return blocked;
    }

    /** Hours in progress and not blocked, in stretches that have ended. */
    public double activeHours() {
        List<Instant> edges = edges();
        long millis = 0;
        for (int i = 1; i < edges.size(); i++) {
            Instant from = edges.get(i - 1);
            if (isInProgressAt(from) && !isBlockedAt(from)) {
                millis += Duration.between(from, edges.get(i)).toMillis();
            }
        }
        return millis / (double) Duration.ofHours(1).toMillis();
    }

    private boolean isInProgressAt(Instant t) {
        return issue.statuses()
                .at(t)
                .filter(s -> tracker.category(s.value()) == Category.IN_PROGRESS)
                .isPresent();
    }

    /** The instants at which something may change, in order. */
    private List<Instant> edges() {
        Stream<Instant> changes = Stream.concat(
                issue.statuses().spans().stream().map(Span::from),
                issue.flags().spans().stream().map(Span::from));
        return Stream.concat(changes, Stream.ofNullable(issue.deleted()))
                .distinct()
                .sorted()
                .toList();
    }

    private boolean isBlockedAt(Instant t) {
        Status status =
                issue.statuses().at(t).map(s -> tracker.status(s.value())).orElse(null);
        if (status == null || status.category() == Category.DONE) {
            return false;
        }
        boolean flagged = issue.flags().at(t).map(Span::value).orElse(false);
        return flagged || status.isBlocked();
    }
}
