package io.plumbline.local.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Lives one project's days in order: sprint change, new issues, work, surprises. */
final class ProjectLife {
    /** Of the issues of a project, about so many are made by the team's own splitting and planning. */
    private static final double EXTRA_SHARE = 0.21;

    /** At first people write down all that has been on their minds: the backlog of the first sprint. */
    private static final int FOUNDING_DAYS = 12;

    private static final double MEAN_POINTS = 3.6;

    private final Profile profile;
    private final LocalDate first;
    private final LocalDate until;
    private final Backlog backlog = new Backlog();
    private final Epics epics;
    private final Births births;
    private final Board board;
    private final Crew crew;
    private final Turbulence turbulence;
    private final double speed;

    ProjectLife(Profile profile, Draw draw, List<Iteration> sprints, LocalDate first, LocalDate until) {
        this.profile = profile;
        this.first = first;
        this.until = until;
        double workdays = ChronoUnit.DAYS.between(first, until) * 5 / 7.0;
        double perDay = profile.issues() * (1 - EXTRA_SHARE) / workdays;
        this.speed = perDay * MEAN_POINTS * 1.12 / profile.team().size();
        this.epics = new Epics(profile, draw, backlog, first);
        this.births = new Births(profile, draw, backlog, epics, perDay);
        this.board = new Board(profile, draw, backlog, births, sprints, perDay * MEAN_POINTS * 9);
        this.crew = new Crew(profile, draw, backlog, births, board, new Talk(profile, draw));
        this.turbulence = new Turbulence(profile, draw, backlog, births, board);
    }

    /** The project's issues on the last day. */
    List<Ticket> live() {
        for (LocalDate day = first; day.isBefore(until); day = day.plusDays(1)) {
            if (Clock.isWeekend(day)) {
                births.on(day);
            } else {
                workday(day);
            }
        }
        return backlog.all();
    }

    private void workday(LocalDate day) {
        boolean planningDay = board.on(day);
        epics.on(day);
        List<Ticket> born = births.on(day);
        if (day.isBefore(first.plusDays(FOUNDING_DAYS))) {
            born.addAll(births.on(day));
            born.addAll(births.on(day));
        }
        double pace = speed * Season.factor(day) * growth(day);
        turbulence.finished(crew.work(day, pace, planningDay), day);
        turbulence.on(day, born);
    }

    private double growth(LocalDate day) {
        double passed = ChronoUnit.DAYS.between(first, day) / (double) ChronoUnit.DAYS.between(first, until);
        return 1 + profile.improvement() * (passed - 0.5);
    }
}
