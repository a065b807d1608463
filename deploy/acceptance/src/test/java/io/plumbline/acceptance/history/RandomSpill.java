package io.plumbline.acceptance.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** One issue that goes from sprint to sprint of a board: left over, pulled out shortly before the end, put off. */
final class RandomSpill {
    private static final List<Duration> IN_THE_CLOSING =
            List.of(Duration.ZERO, Duration.ofMillis(1), Duration.ofSeconds(60), Duration.ofMillis(119_999));
    private static final List<Duration> BEFORE_THE_CLOSE = List.of(
            Duration.ZERO,
            Duration.ofMillis(1),
            Duration.ofHours(5),
            Duration.ofDays(1).minusMillis(1),
            Duration.ofDays(1),
            Duration.ofDays(1).plusMillis(1),
            Duration.ofHours(30));
    private static final List<Duration> AFTER_THE_END = List.of(
            Duration.ZERO,
            Duration.ofHours(1),
            Duration.ofDays(2),
            Duration.ofDays(2).plusMillis(1),
            Duration.ofDays(3));

    private final Chance chance;
    private final List<RawSprint> path;
    private final RawIssue issue;
    private Instant last;

    RandomSpill(int id, Chance chance, RandomWorld world) {
        this.chance = chance;
        int board = world.sprints().isEmpty() ? 0 : chance.any(world.sprints()).board();
        this.path = world.sprints().stream()
                .filter(s -> s.board() == board)
                .sorted(Comparator.comparing(RawSprint::start))
                .toList();
        this.last = path.isEmpty()
                ? world.instants().any()
                : path.getFirst().start().minusSeconds(86_400);
        this.issue = new RawIssue(id, chance.any(world.projects()), last);
        issue.type(chance.any("Story", "Bug"));
        issue.points = chance.any(null, 1.0, 2.0, 3.0, 5.0);
    }

    RawIssue make() {
        int here = path.size() < 3 ? 0 : chance.between(0, path.size() - 3);
        if (!path.isEmpty()) {
            join(path.get(here).start().minusSeconds(chance.any(0L, 1L, 3_600L)), path.get(here));
        }
        while (here < path.size() && path.get(here).state().equals("closed")) {
            RawSprint sprint = path.get(here);
            if (chance.of(0.2)) {
                finish(sprint);
                return issue;
            }
            here += chance.of(0.8) ? 1 : 2;
            leave(sprint, here < path.size() ? path.get(here) : null);
        }
        return issue;
    }

    private void finish(RawSprint sprint) {
        issue.at(at(end(sprint).minus(chance.any(IN_THE_CLOSING))))
                .status(RawStatus.DONE)
                .saved();
    }

    private void leave(RawSprint sprint, RawSprint next) {
        if (chance.of(0.6)) {
            join(end(sprint).minus(chance.any(IN_THE_CLOSING)), next);
        } else {
            Instant removal = end(sprint).minusSeconds(120).minus(chance.any(BEFORE_THE_CLOSE));
            if (chance.of(0.5)) {
                join(removal, next);
            } else {
                join(removal, null);
                join(end(sprint).plus(chance.any(AFTER_THE_END)), next);
            }
        }
    }

    private void join(Instant wanted, RawSprint sprint) {
        issue.at(at(wanted)).sprints(sprint == null ? Set.of() : Set.of(sprint)).saved();
    }

    /** Never before what happened already. */
    private Instant at(Instant wanted) {
        last = wanted.isBefore(last) ? last : wanted;
        return last;
    }

    private static Instant end(RawSprint sprint) {
        return sprint.completed() == null ? sprint.plannedEnd() : sprint.completed();
    }
}
