package io.plumbline.acceptance.oracle.metric;

import io.plumbline.acceptance.oracle.model.Issue;
import io.plumbline.acceptance.oracle.model.Membership;
import io.plumbline.acceptance.oracle.model.Sprint;
import io.plumbline.acceptance.oracle.model.Tracker;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The way of one issue through the sprints of a board, seen from one of them. */
final class BoardTrail {
    private static final Duration LAST_MOMENT = Duration.ofHours(24);
    private static final Duration PATIENCE = Duration.ofDays(2);

    private final Issue issue;
    private final Sprint sprint;
    private final Tracker tracker;

    BoardTrail(Issue issue, Sprint sprint, Tracker tracker) {
        this.issue = issue;
        this.sprint = sprint;
        this.tracker = tracker;
    }

    /** Whether a sprint that ended before left it unfinished. */
    boolean wasLeftBefore() {
        return before().stream().anyMatch(this::isLeftBy);
    }

    /** How many sprints in a row left it unfinished, this one last. */
    int leftInARow() {
        int depth = 1;
        for (Sprint earlier : before().reversed()) {
            if (!isLeftBy(earlier)) {
                return depth;
            }
            depth++;
        }
        return depth;
    }

    /** Whether what was taken out at an instant was so at the last moment, to be in the next sprint soon after. */
    boolean isPutOff(Instant removal) {
        Instant earliest = sprint.close().minus(LAST_MOMENT);
        return !removal.isBefore(earliest)
                && followers(earliest).stream()
                        .anyMatch(next -> isIn(next, removal, sprint.end().plus(PATIENCE)));
    }

    /** The sprints that start from an instant until two days after the end; if none does, the first to start. */
    private List<Sprint> followers(Instant earliest) {
        List<Sprint> later = ofBoard().stream()
                .filter(s -> s.start() != null && !s.start().isBefore(earliest))
                .sorted(Comparator.comparing(Sprint::start).thenComparing(Sprint::id))
                .toList();
        List<Sprint> soon = later.stream()
                .filter(s -> !s.start().isAfter(sprint.end().plus(PATIENCE)))
                .toList();
        return soon.isEmpty() ? later.stream().limit(1).toList() : soon;
    }

    private boolean isIn(Sprint next, Instant after, Instant until) {
        for (Membership stay : issue.memberships()) {
            boolean open = stay.removed() == null || stay.removed().isAfter(after);
            if (stay.sprintId().equals(next.id()) && open && !stay.added().isAfter(until)) {
                return true;
            }
        }
        return false;
    }

    private boolean isLeftBy(Sprint other) {
        return new SprintStory(issue, other, tracker).isLeftOpen();
    }

    /** The closed sprints of the board that lasted and ended before, in the order of their ends. */
    private List<Sprint> before() {
        Comparator<Sprint> byEnd = Comparator.comparing(Sprint::end).thenComparing(Sprint::id);
        return ofBoard().stream()
                .filter(s -> s.end() != null && s.start() != null && s.start().isBefore(s.end()))
                .filter(s -> byEnd.compare(s, sprint) < 0)
                .sorted(byEnd)
                .toList();
    }

    /** The other sprints of the board; none where there is no board. */
    private List<Sprint> ofBoard() {
        return tracker.sprints().values().stream()
                .filter(s -> s.boardId() != null && s.boardId().equals(sprint.boardId()))
                .filter(s -> !s.id().equals(sprint.id()))
                .toList();
    }
}
