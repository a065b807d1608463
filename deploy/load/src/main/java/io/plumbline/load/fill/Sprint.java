package io.plumbline.load.fill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Two weeks of a project's board. */
record Sprint(int project, int number, Instant start, Instant end) {
    private static final Duration LENGTH = Duration.ofDays(14);

    /** The sprints of a board, one after the other; the last is still active. */
    static List<Sprint> ofBoard(int project, int count, Instant until) {
        Instant first = until.minus(LENGTH.multipliedBy(count)).plus(Duration.ofDays(7));
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    Instant start = first.plus(LENGTH.multipliedBy(i));
                    return new Sprint(project, i + 1, start, start.plus(LENGTH));
                })
                .toList();
    }

    String id() {
        return project + "-" + number;
    }

    boolean closed(Instant until) {
        return end.isBefore(until);
    }

    void write(Rows rows, Instant until) {
        boolean closed = closed(until);
        rows.add(
                Table.SPRINTS,
                id(),
                project,
                "Board P" + project,
                "P" + project + " Sprint " + number,
                closed ? "closed" : "active",
                start,
                end,
                start,
                closed ? end : null);
    }
}
