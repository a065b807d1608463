package io.plumbline.local.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All issues of a project, and what of them can be taken up next: the most urgent first, then the oldest. */
final class Backlog {
    private static final Comparator<Ticket> ORDER =
            Comparator.comparing(Ticket::priority).thenComparing(Ticket::created);

    private final List<Ticket> all = new ArrayList<>();
    private final List<Ticket> open = new ArrayList<>();

    void add(Ticket ticket) {
        all.add(ticket);
        if (ticket.kind() != Kind.SUB_TASK && ticket.kind() != Kind.EPIC) {
            open.add(ticket);
        }
    }

    List<Ticket> all() {
        return all;
    }

    /** Issues that nobody planned or took up, in order. */
    List<Ticket> waiting() {
        return open.stream().filter(t -> t.state() == State.OPEN).sorted(ORDER).toList();
    }

    /** Issues of a sprint that nobody took up, in order. */
    List<Ticket> ready(Iteration sprint) {
        return open.stream()
                .filter(t -> t.state() == State.TO_DO && t.isIn(sprint))
                .sorted(ORDER)
                .toList();
    }

    /** Issues of a sprint that are not done. */
    List<Ticket> unfinished(Iteration sprint) {
        return open.stream().filter(t -> !t.isDone() && t.isIn(sprint)).toList();
    }

    /** The oldest waiting issue of low priority that was created before an instant. */
    Optional<Ticket> forgotten(Instant before) {
        return open.stream()
                .filter(t -> t.state() == State.OPEN && t.created().isBefore(before))
                .max(Comparator.comparing(Ticket::priority).thenComparing(Ticket::created, Comparator.reverseOrder()));
    }

    /** Points that got done in a sprint. */
    int completed(Iteration sprint) {
        return open.stream()
                .filter(t -> t.isDone() && t.isIn(sprint) && t.sprints().getLast() == sprint)
                .mapToInt(t -> t.points() == null ? 1 : t.points())
                .sum();
    }
}
