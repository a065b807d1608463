package io.plumbline.local.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The people of a project and what they do on a working day. */
final class Crew {
    private static final int HANDS = 2;

    private final Profile profile;
    private final Draw draw;
    private final Backlog backlog;
    private final Births births;
    private final Board board;
    private final Talk talk;
    private final List<Job> jobs = new ArrayList<>();

    Crew(Profile profile, Draw draw, Backlog backlog, Births births, Board board, Talk talk) {
        this.profile = profile;
        this.draw = draw;
        this.backlog = backlog;
        this.births = births;
        this.board = board;
        this.talk = talk;
    }

    /** Issues that got done on the day. */
    List<Ticket> work(LocalDate day, double speed, boolean planningDay) {
        List<Ticket> finished = new ArrayList<>();
        for (Job job : List.copyOf(jobs)) {
            unblock(job, day);
            if (job.reviewed() != null && !day.isBefore(job.reviewed())) {
                review(job, day, finished);
            }
        }
        for (Person person : profile.team()) {
            if (!draw.chance(0.08)) {
                spendDay(person, day, speed * draw.between(0.6, 1.4), planningDay);
            }
        }
        return finished;
    }

    private void spendDay(Person person, LocalDate day, double points, boolean planningDay) {
        double begin = planningDay ? 2.0 : draw.between(0.0, 0.7);
        double left = points;
        while (left > 0) {
            Instant now = Clock.at(day, 9, 0).plusSeconds((long) (3600 * (begin + (8 - begin) * (1 - left / points))));
            Job job = currentJob(person).or(() -> takeUp(person, now)).orElse(null);
            if (job == null) {
                return;
            }
            double spent = Math.min(left, job.left());
            job.spend(spent);
            left -= Math.max(spent, 0.1);
            Instant then = Clock.at(day, 9, 0).plusSeconds((long)
                    (3600 * (begin + (8 - begin) * (1 - Math.max(left, 0) / points))));
            if (job.left() <= 0.001) {
                submit(job, then, day);
            } else {
                hinder(job, then, day);
            }
        }
    }

    private Optional<Job> currentJob(Person person) {
        return jobs.stream()
                .filter(j -> j.person().equals(person) && j.isWorkable())
                .findFirst();
    }

    private Optional<Job> takeUp(Person person, Instant now) {
        if (jobs.stream().filter(j -> j.person().equals(person)).count() >= HANDS + 1) {
            return Optional.empty();
        }
        return next(person, now).map(ticket -> begin(ticket, person, now));
    }

    private Optional<Ticket> next(Person person, Instant now) {
        Iteration sprint = board.current();
        if (sprint == null) {
            return backlog.waiting().stream()
                    .filter(t -> t.created().isBefore(now))
                    .findFirst();
        }
        Optional<Ticket> ready = backlog.ready(sprint).stream()
                .filter(t -> t.last().isBefore(now))
                .findFirst();
        if (ready.isPresent() || !draw.chance(0.35)) {
            return ready;
        }
        Optional<Ticket> pulled = backlog.waiting().stream()
                .filter(t -> t.last().isBefore(now.minusSeconds(600)))
                .findFirst();
        pulled.ifPresent(t -> board.take(t, now.minusSeconds(300), person));
        return pulled;
    }

    private Job begin(Ticket ticket, Person person, Instant now) {
        Ticket.Save save = ticket.save(now, person).state(State.IN_PROGRESS);
        if (!draw.chance(0.06)) {
            save.assignee(person);
        }
        Instant at = save.done();
        boolean split = ticket.kind() == Kind.STORY && ticket.changes().size() < 6 && draw.chance(0.13);
        List<Ticket> parts = split ? births.parts(ticket, at) : List.of();
        double size = ticket.points() == null ? draw.between(1, 5) : ticket.points();
        Job job = new Job(ticket, person, parts, size * draw.between(0.55, 1.6));
        jobs.add(job);
        return job;
    }

    private void submit(Job job, Instant at, LocalDate day) {
        Instant last = at;
        for (Ticket part : job.parts()) {
            if (!part.isDone()) {
                part.save(part.last().plusSeconds(1200), job.person())
                        .assignee(job.person())
                        .state(State.IN_PROGRESS)
                        .done();
                last = part.save(at, job.person()).state(State.DONE).done();
            }
        }
        job.ticket()
                .save(last.isAfter(at) ? last : at, job.person())
                .state(State.IN_REVIEW)
                .done();
        job.sendToReview(day.plusDays(draw.weighted(35, 40, 15, 10)));
        talk.maybe(job.ticket(), job.person(), 0.35);
        talk.maybeLog(job.ticket(), job.person());
    }

    private void review(Job job, LocalDate day, List<Ticket> finished) {
        Instant at = Clock.at(day, draw.between(11, 17), draw.between(0, 59)).plusSeconds(draw.between(0, 59));
        Person reviewer = draw.pick(profile.team());
        if (draw.chance(0.1)) {
            job.ticket().save(at, reviewer).state(State.IN_PROGRESS).done();
            job.addRework(draw.between(0.3, 1.5));
            talk.maybe(job.ticket(), reviewer, 0.8);
            return;
        }
        job.ticket().save(at, reviewer).state(State.DONE).done();
        jobs.remove(job);
        finished.add(job.ticket());
        talk.maybe(job.ticket(), reviewer, 0.25);
    }

    private void hinder(Job job, Instant at, LocalDate day) {
        if (draw.chance(profile.blocking())) {
            int how = draw.weighted(40, 35, 25);
            Ticket.Save save = job.ticket().save(at, job.person());
            if (how != 1) {
                save.state(State.BLOCKED);
            }
            if (how != 0) {
                save.flagged(true);
            }
            save.done();
            job.block(day.plusDays(1 + (long) draw.wait(2.5)));
            talk.maybe(job.ticket(), job.person(), 0.6);
        } else if (draw.chance(0.01)) {
            job.ticket().save(at, job.person()).assignee(null).done();
        }
    }

    private void unblock(Job job, LocalDate day) {
        if (job.blockedUntil() != null && !day.isBefore(job.blockedUntil())) {
            Instant at = Clock.at(day, 9, draw.between(0, 59)).plusSeconds(draw.between(0, 59));
            job.ticket()
                    .save(at, job.person())
                    .flagged(false)
                    .state(State.IN_PROGRESS)
                    .assignee(job.person())
                    .done();
            job.unblock();
        }
    }
}
