package io.plumbline.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A project's board: closes a sprint on the Monday after its planned end, carries what is unfinished over in the same
 * action, plans the next one to about what the team got done lately, and starts it.
 */
final class Board {
    private final Profile profile;
    private final Draw draw;
    private final Backlog backlog;
    private final Births births;
    private final List<Iteration> sprints;
    private int at = -1;
    private double pace;

    Board(Profile profile, Draw draw, Backlog backlog, Births births, List<Iteration> sprints, double pace) {
        this.profile = profile;
        this.draw = draw;
        this.backlog = backlog;
        this.births = births;
        this.sprints = sprints;
        this.pace = pace;
    }

    /** Changes sprints where the day begins a new one; says whether it did. */
    boolean on(LocalDate day) {
        // The last one of the list never begins: a board always shows a future sprint.
        if (at + 2 >= sprints.size() || !sprints.get(at + 1).firstDay().equals(day)) {
            return false;
        }
        Iteration next = sprints.get(at + 1);
        if (at >= 0) {
            close(sprints.get(at), next, Clock.at(day, 9, draw.between(2, 25)).plusSeconds(draw.between(21, 59)));
        }
        at++;
        Instant start = Clock.at(day, 10, draw.between(0, 20)).plusSeconds(draw.between(0, 59));
        plan(next, start.minus(Duration.ofMinutes(20)));
        next.open(start);
        return true;
    }

    /** The running sprint, or null while the team works without. */
    Iteration current() {
        return at < 0 ? null : sprints.get(at);
    }

    /** Puts an issue into the running sprint; those who plan give it an estimate in the same save, mostly. */
    void take(Ticket ticket, Instant when, Person who) {
        join(ticket, current(), when, who);
    }

    /** Takes an issue out of the running sprint, back to where nobody plans it. */
    void drop(Ticket ticket, Instant when, Person who) {
        List<Iteration> left = new ArrayList<>(ticket.sprints());
        left.remove(current());
        ticket.save(when, who).sprints(left).state(State.OPEN).done();
    }

    private void close(Iteration sprint, Iteration next, Instant when) {
        pace = 0.6 * pace + 0.4 * backlog.completed(sprint);
        for (Ticket ticket : backlog.unfinished(sprint)) {
            Instant moved = when.minusMillis(draw.between(500, 20_000));
            if (ticket.state() == State.TO_DO && draw.chance(0.12)) {
                ticket.save(moved, profile.lead()).state(State.OPEN).done();
            } else {
                List<Iteration> with = new ArrayList<>(ticket.sprints());
                with.add(next);
                ticket.save(moved, profile.lead()).sprints(with).done();
            }
        }
        sprint.close(when);
    }

    private void plan(Iteration sprint, Instant when) {
        double room = pace * profile.overcommitment();
        for (Ticket ticket : backlog.unfinished(sprint)) {
            room -= weight(ticket);
        }
        int seconds = 0;
        for (Ticket ticket : backlog.waiting()) {
            if (room <= 0) {
                return;
            }
            if (!draw.chance(0.25)) {
                join(ticket, sprint, when.plusSeconds(seconds), profile.lead());
                room -= weight(ticket);
                seconds += 9;
            }
        }
    }

    private void join(Ticket ticket, Iteration sprint, Instant when, Person who) {
        List<Iteration> with = new ArrayList<>(ticket.sprints());
        if (!with.contains(sprint)) {
            with.add(sprint);
        }
        Ticket.Save save = ticket.save(when, who).sprints(with);
        if (ticket.state() == State.OPEN) {
            save.state(State.TO_DO);
        }
        if (ticket.points() == null && draw.chance(ticket.kind() == Kind.BUG ? 0.6 : 0.85)) {
            save.points(births.estimate());
        }
        save.done();
    }

    private static int weight(Ticket ticket) {
        return ticket.points() == null ? 2 : ticket.points();
    }
}
