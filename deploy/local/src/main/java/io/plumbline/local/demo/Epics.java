package io.plumbline.local.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Large themes: a new one every other month, each under way for a quarter or so. */
final class Epics {
    private static final int PAUSE = 45;

    private final Profile profile;
    private final Draw draw;
    private final Backlog backlog;
    private final List<Running> running = new ArrayList<>();
    private LocalDate next;

    Epics(Profile profile, Draw draw, Backlog backlog, LocalDate first) {
        this.profile = profile;
        this.draw = draw;
        this.backlog = backlog;
        this.next = first;
    }

    private record Running(Ticket epic, LocalDate begins, LocalDate ends) {}

    /** The newest epic, or null before the first. */
    Ticket current() {
        return running.isEmpty() ? null : running.getLast().epic();
    }

    void on(LocalDate day) {
        if (!day.isBefore(next)) {
            found(day);
            next = day.plusDays(PAUSE);
        }
        for (Running each : running) {
            if (day.equals(each.begins())) {
                each.epic()
                        .save(Clock.at(day, 11, draw.between(0, 59)), profile.lead())
                        .assignee(profile.lead())
                        .state(State.IN_PROGRESS)
                        .done();
            } else if (day.equals(each.ends())) {
                each.epic()
                        .save(Clock.at(day, 15, draw.between(0, 59)), profile.lead())
                        .state(State.DONE)
                        .done();
            }
        }
    }

    private void found(LocalDate day) {
        String theme = Wording.summary(draw, Kind.EPIC, profile.subjects());
        Ticket.Traits traits =
                new Ticket.Traits(Priority.MEDIUM, List.of("roadmap"), List.of(draw.pick(profile.components())), null);
        Ticket epic = new Ticket(
                profile, Kind.EPIC, theme, Clock.at(day, 10, draw.between(0, 59)), profile.lead(), null, traits);
        backlog.add(epic);
        running.add(new Running(epic, day.plusDays(draw.between(3, 12)), day.plusDays(draw.between(60, 140))));
    }
}
