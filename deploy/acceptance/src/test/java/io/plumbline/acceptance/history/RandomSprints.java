package io.plumbline.acceptance.history;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Sprints of a few boards: late and early ends, tiny ones, overlapping ones, some without all instants. */
final class RandomSprints {
    private final Chance chance;
    private final Instants instants;
    private int nextId = 8;

    RandomSprints(Chance chance, Instants instants) {
        this.chance = chance;
        this.instants = instants;
    }

    List<RawSprint> make() {
        List<RawSprint> sprints = new ArrayList<>();
        if (chance.of(0.3)) {
            board(1, chance.between(7, 11), sprints);
            return sprints;
        }
        int boards = chance.between(1, 3);
        for (int board = 1; board <= boards; board++) {
            board(board, chance.between(0, 8 / boards), sprints);
        }
        return sprints;
    }

    private void board(int board, int count, List<RawSprint> sprints) {
        Instant start =
                Instants.FIRST.atStartOfDay(ZoneId.of("UTC")).toInstant().plusSeconds(chance.below(500_000));
        for (int i = 0; i < count; i++) {
            RawSprint sprint = sprint(board, start, i == count - 1 && chance.of(0.5));
            sprints.add(sprint);
            Instant end = sprint.completed() == null ? sprint.plannedEnd() : sprint.completed();
            long pause = chance.any(0L, 3_600L, 86_400L, -86_400L);
            start = end.plusSeconds(pause).isAfter(start) ? end.plusSeconds(pause) : end;
        }
    }

    private RawSprint sprint(int board, Instant start, boolean open) {
        int id = nextId++;
        String name = "S" + id;
        Instant planned = start.plus(length());
        Instant activated = chance.of(0.6) ? start.plusSeconds(chance.below(20)) : null;
        if (open) {
            boolean active = chance.of(0.6);
            return new RawSprint(
                    id, name, board, active ? "active" : "future", start, planned, active ? activated : null, null);
        }
        Instant completed = chance.of(0.1) ? null : planned.plusSeconds(chance.any(0, 10, 7_200, 259_200, -20));
        instants.addEdge(activated == null ? start : activated);
        instants.addEdge(completed == null ? planned : completed);
        return new RawSprint(id, name, board, "closed", start, planned, activated, completed);
    }

    private Duration length() {
        return chance.of(0.08)
                ? Duration.ofSeconds(chance.between(41, 300))
                : Duration.ofHours(chance.between(30, 18 * 24)).plusMillis(chance.below(1000));
    }
}
