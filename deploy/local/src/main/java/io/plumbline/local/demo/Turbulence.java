package io.plumbline.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What does not go to plan: urgent bugs, changes of scope and of estimates, and work that comes back. */
final class Turbulence {
    private final Profile profile;
    private final Draw draw;
    private final Backlog backlog;
    private final Births births;
    private final Board board;
    private final Map<LocalDate, List<Ticket>> returning = new TreeMap<>();

    Turbulence(Profile profile, Draw draw, Backlog backlog, Births births, Board board) {
        this.profile = profile;
        this.draw = draw;
        this.backlog = backlog;
        this.births = births;
        this.board = board;
    }

    /** Decides which of the finished issues come back, and when. */
    void finished(List<Ticket> tickets, LocalDate day) {
        for (Ticket ticket : tickets) {
            if (draw.chance(profile.reopening())) {
                LocalDate back = workday(day.plusDays(draw.between(1, 12)));
                returning.computeIfAbsent(back, d -> new ArrayList<>()).add(ticket);
            }
        }
    }

    void on(LocalDate day, List<Ticket> born) {
        reopen(day);
        if (board.current() != null) {
            born.stream()
                    .filter(t -> t.kind() == Kind.BUG && t.priority() == Priority.HIGHEST && draw.chance(0.8))
                    .forEach(t -> board.take(t, t.created().plus(Duration.ofMinutes(25)), profile.lead()));
            changeScope(day);
        }
        giveUp(day);
    }

    private void reopen(LocalDate day) {
        for (Ticket ticket : returning.getOrDefault(day, List.of())) {
            Instant at = Clock.at(day, draw.between(11, 16), draw.between(0, 59));
            if (board.current() == null) {
                ticket.save(at, draw.pick(profile.team())).state(State.OPEN).done();
            } else {
                ticket.save(at, draw.pick(profile.team())).state(State.TO_DO).done();
                board.take(ticket, at.plusSeconds(240), profile.lead());
            }
        }
    }

    private void changeScope(LocalDate day) {
        Instant at = Clock.at(day, draw.between(11, 16), draw.between(0, 59));
        if (draw.chance(profile.churn())) {
            backlog.waiting().stream()
                    .findFirst()
                    .filter(t -> t.last().isBefore(at))
                    .ifPresent(t -> board.take(t, at, profile.lead()));
        }
        List<Ticket> ready = backlog.ready(board.current());
        if (ready.isEmpty()) {
            return;
        }
        Ticket last = ready.getLast();
        if (draw.chance(profile.churn() * 0.6)) {
            board.drop(last, at.plusSeconds(600), profile.lead());
            if (draw.chance(0.1)) {
                board.take(last, at.plusSeconds(5400), profile.lead());
            }
        } else if (draw.chance(profile.churn() * 0.8)) {
            ready.getFirst()
                    .save(at.plusSeconds(900), draw.pick(profile.team()))
                    .points(births.estimate())
                    .done();
        }
    }

    /** Old wishes are closed unfulfilled now and then. */
    private void giveUp(LocalDate day) {
        if (draw.chance(0.3)) {
            Instant at = Clock.at(day, 16, draw.between(0, 59));
            backlog.forgotten(at.minus(Duration.ofDays(75)))
                    .ifPresent(t -> t.save(at, profile.lead()).state(State.DONE).done());
        }
    }

    private static LocalDate workday(LocalDate day) {
        LocalDate found = day;
        while (Clock.isWeekend(found)) {
            found = found.plusDays(1);
        }
        return found;
    }
}
