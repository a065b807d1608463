package io.plumbline.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Where new issues come from: their type, urgency, marks and first estimate. */
final class Births {
    private static final List<Integer> POINTS = List.of(1, 2, 3, 5, 8, 13);
    private static final List<Priority> PRIORITIES = List.of(Priority.values());
    private static final String PRODUCTION = "production";

    private final Profile profile;
    private final Draw draw;
    private final Backlog backlog;
    private final Epics epics;
    private final double perDay;

    Births(Profile profile, Draw draw, Backlog backlog, Epics epics, double perDay) {
        this.profile = profile;
        this.draw = draw;
        this.backlog = backlog;
        this.epics = epics;
        this.perDay = perDay;
    }

    /** Creates the issues of a day and returns them. */
    List<Ticket> on(LocalDate day) {
        double mean = perDay * Season.factor(day) * (Clock.isWeekend(day) ? 0.05 : 1);
        List<Ticket> born = new ArrayList<>();
        int count = draw.count(mean);
        for (int i = 0; i < count; i++) {
            Instant at = Clock.at(day, draw.between(8, 17), draw.between(0, 59)).plusMillis(draw.between(0, 59_999));
            Ticket ticket = ticket(kind(), at);
            backlog.add(ticket);
            born.add(ticket);
        }
        return born;
    }

    /** Splits a story into a few sub-tasks at the instant work on it begins. */
    List<Ticket> parts(Ticket story, Instant at) {
        List<Ticket> parts = new ArrayList<>();
        int count = draw.between(2, 4);
        for (int i = 0; i < count; i++) {
            Ticket.Traits traits = new Ticket.Traits(Priority.MEDIUM, List.of(), story.components(), null);
            String summary = Wording.summary(draw, Kind.SUB_TASK, profile.subjects());
            Instant when = at.plus(Duration.ofSeconds(60L + 45L * i));
            Ticket part = new Ticket(profile, Kind.SUB_TASK, summary, when, reporter(), story, traits);
            backlog.add(part);
            parts.add(part);
        }
        return parts;
    }

    /** An estimate as a team would give it. */
    int estimate() {
        return POINTS.get(draw.weighted(12, 22, 28, 22, 12, 4));
    }

    private Kind kind() {
        if (draw.chance(profile.bugShare())) {
            return Kind.BUG;
        }
        return draw.chance(0.65) ? Kind.STORY : Kind.TASK;
    }

    private Ticket ticket(Kind kind, Instant at) {
        Priority priority = priority(kind);
        Integer points = draw.chance(kind == Kind.BUG ? 0.35 : 0.7) ? estimate() : null;
        Ticket.Traits traits = new Ticket.Traits(priority, labels(kind, priority), components(), points);
        String summary = Wording.summary(draw, kind, profile.subjects());
        Ticket parent = kind == Kind.STORY && draw.chance(0.6) ? epics.current() : null;
        return new Ticket(profile, kind, summary, at, reporter(), parent, traits);
    }

    private Person reporter() {
        return draw.pick(profile.team());
    }

    private Priority priority(Kind kind) {
        int index = kind == Kind.BUG ? draw.weighted(10, 28, 44, 14, 4) : draw.weighted(3, 17, 52, 20, 8);
        return PRIORITIES.get(index);
    }

    private List<String> labels(Kind kind, Priority priority) {
        List<String> labels = new ArrayList<>();
        double escaped = priority.compareTo(Priority.HIGH) <= 0 ? 0.45 : 0.15;
        if (kind == Kind.BUG && draw.chance(escaped)) {
            labels.add(PRODUCTION);
        }
        int more = draw.weighted(30, 45, 20, 5);
        while (more > 0) {
            String label = draw.pick(profile.labels());
            if (!labels.contains(label)) {
                labels.add(label);
            }
            more--;
        }
        return labels;
    }

    private List<String> components() {
        return switch (draw.weighted(25, 60, 15)) {
            case 0 -> List.of();
            case 1 -> List.of(draw.pick(profile.components()));
            default -> profile.components().subList(0, 2);
        };
    }
}
