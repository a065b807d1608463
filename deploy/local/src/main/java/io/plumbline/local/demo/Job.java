package io.plumbline.local.demo;

import java.time.LocalDate;
import java.util.List;

/** An issue that somebody works on: what is left to do and what it waits for. */
final class Job {
    private final Ticket ticket;
    private final Person person;
    private final List<Ticket> parts;
    private double left;
    private LocalDate blockedUntil;
    private LocalDate reviewed;

    Job(Ticket ticket, Person person, List<Ticket> parts, double left) {
        this.ticket = ticket;
        this.person = person;
        this.parts = parts;
        this.left = left;
    }

    Ticket ticket() {
        return ticket;
    }

    Person person() {
        return person;
    }

    List<Ticket> parts() {
        return parts;
    }

    double left() {
        return left;
    }

    void spend(double points) {
        left -= points;
    }

    void addRework(double points) {
        left = points;
        reviewed = null;
    }

    void block(LocalDate until) {
        blockedUntil = until;
    }

    void unblock() {
        blockedUntil = null;
    }

    /** Null while nothing blocks it. */
    LocalDate blockedUntil() {
        return blockedUntil;
    }

    void sendToReview(LocalDate until) {
        reviewed = until;
    }

    /** The day its review is through; null while it is not in review. */
    LocalDate reviewed() {
        return reviewed;
    }

    boolean isWorkable() {
        return blockedUntil == null && reviewed == null;
    }
}
