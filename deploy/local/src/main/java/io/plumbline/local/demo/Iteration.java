package io.plumbline.local.demo;

import java.time.Instant;
import java.time.LocalDate;

/** A sprint of a board. Opened and closed by the simulation; until then it has only its plan. */
final class Iteration {
    private final int id;
    private final String name;
    private final String goal;
    private final LocalDate firstDay;
    private Instant activated;
    private Instant completed;

    Iteration(int id, String name, String goal, LocalDate firstDay) {
        this.id = id;
        this.name = name;
        this.goal = goal;
        this.firstDay = firstDay;
    }

    void open(Instant at) {
        activated = at;
    }

    void close(Instant at) {
        completed = at;
    }

    int id() {
        return id;
    }

    String name() {
        return name;
    }

    String goal() {
        return goal;
    }

    LocalDate firstDay() {
        return firstDay;
    }

    /** When it is meant to begin. */
    Instant plannedStart() {
        return Clock.at(firstDay, 9, 0);
    }

    /** When it is meant to end: the second Friday afternoon. */
    Instant plannedEnd() {
        return Clock.at(firstDay.plusDays(11), 17, 0);
    }

    /** Null until opened. */
    Instant activated() {
        return activated;
    }

    /** Null until closed. */
    Instant completed() {
        return completed;
    }

    String state() {
        if (completed != null) {
            return "closed";
        }
        return activated == null ? "future" : "active";
    }
}
