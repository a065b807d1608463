package io.plumbline.acceptance.oracle.metric;

import io.plumbline.acceptance.oracle.model.Issue;
import io.plumbline.acceptance.oracle.model.Lifecycle;
import io.plumbline.acceptance.oracle.model.Membership;
import io.plumbline.acceptance.oracle.model.Span;
import io.plumbline.acceptance.oracle.model.Sprint;
import io.plumbline.acceptance.oracle.model.Tracker;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What one issue was to one closed sprint: in which of its sets it is, and its points at each instant that counts. */
final class SprintStory {
    private final Issue issue;
    private final Sprint sprint;
    private final Lifecycle life;
    private final List<Membership> stays;
    private final BoardTrail trail;

    SprintStory(Issue issue, Sprint sprint, Tracker tracker) {
        this.issue = issue;
        this.sprint = sprint;
        this.life = new Lifecycle(issue, tracker);
        this.stays = issue.memberships().stream()
                .filter(m -> m.sprintId().equals(sprint.id()))
                .toList();
        this.trail = new BoardTrail(issue, sprint, tracker);
    }

    Issue issue() {
        return issue;
    }

    /** Whether it was a member at some time of the sprint, and is no sub-task. */
    boolean belongs() {
        return !issue.subtask()
                && sprint.start() != null
                && stays.stream().anyMatch(m -> m.touches(sprint.start(), sprint.end()));
    }

    boolean isCommitted() {
        return isMemberAt(sprint.start()) && !life.isDoneAt(sprint.start());
    }

    boolean isAdded() {
        return !isCommitted()
                && stays.stream()
                        .anyMatch(m ->
                                m.added().isAfter(sprint.start()) && !m.added().isAfter(sprint.close()));
    }

    boolean isRemoved() {
        return stays.stream().anyMatch(m -> m.touches(sprint.start(), sprint.close())) && !isFinal();
    }

    boolean isFinal() {
        return isMemberAt(sprint.close());
    }

    boolean isCompleted() {
        if (!isFinal() || !life.isDoneJustBefore(sprint.end())) {
            return false;
        }
        Instant joined = lastJoining();
        return !life.isDoneAt(joined.isAfter(sprint.start()) ? joined : sprint.start());
    }

    boolean isLeftOpen() {
        return isFinal() && !life.isDoneJustBefore(sprint.end());
    }

    Double pointsAtStart() {
        return issue.estimates().at(sprint.start()).map(Span::value).orElse(null);
    }

    Double pointsAtJoining() {
        return issue.estimates().at(lastJoining()).map(Span::value).orElse(null);
    }

    Double pointsAtRemoval() {
        return issue.estimates().justBefore(lastRemoval()).map(Span::value).orElse(null);
    }

    Double pointsAtEnd() {
        return issue.estimates().justBefore(sprint.end()).map(Span::value).orElse(null);
    }

    /** Whether it came back from done during the sprint while it was in it. */
    boolean wasReopened() {
        return life.transitions().stream()
                .anyMatch(t -> t.leavesDone()
                        && !t.at().isBefore(sprint.start())
                        && t.at().isBefore(sprint.end())
                        && isMemberAt(t.at()));
    }

    /** Hours blocked during the sprint while it was in it. */
    double blockedHours() {
        double hours = 0;
        for (Span<Boolean> blocked : life.blocked()) {
            for (Membership stay : stays) {
                Instant from = BlockedHours.later(BlockedHours.later(blocked.from(), stay.added()), sprint.start());
                Instant to = BlockedHours.earlier(BlockedHours.earlier(sprint.end(), blocked.to()), stay.removed());
                hours += from.isBefore(to) ? BlockedHours.hours(from, to) : 0;
            }
        }
        return hours;
    }

    /** Committed work that an earlier sprint of the board left unfinished. */
    boolean isCarriedIn() {
        return isCommitted() && trail.wasLeftBefore();
    }

    /** Of what is left open: for how many sprints in a row. */
    int depth() {
        return trail.leftInARow();
    }

    /** Taken out at the last moment, unfinished, and put into the next sprint. */
    boolean isPulledOut() {
        return isRemoved() && !life.isDoneJustBefore(sprint.end()) && trail.isPutOff(lastRemoval());
    }

    private Instant lastRemoval() {
        return stays.stream()
                .map(Membership::removed)
                .filter(Objects::nonNull)
                .filter(r -> !r.isAfter(sprint.close()))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private boolean isMemberAt(Instant t) {
        return stays.stream().anyMatch(m -> m.holdsAt(t));
    }

    private Instant lastJoining() {
        return stays.stream()
                .map(Membership::added)
                .filter(a -> !a.isAfter(sprint.close()))
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
