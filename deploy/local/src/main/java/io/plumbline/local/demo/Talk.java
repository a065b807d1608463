package io.plumbline.local.demo;

import java.time.Instant;

/** Comments and logged work around an issue's last event, on the same day. */
final class Talk {
    private final Profile profile;
    private final Draw draw;

    Talk(Profile profile, Draw draw) {
        this.profile = profile;
        this.draw = draw;
    }

    /** Sometimes lets somebody say something, now and then answered. */
    void maybe(Ticket ticket, Person person, double probability) {
        if (draw.chance(probability)) {
            Instant at = ticket.last().plusSeconds(draw.between(60, 3600));
            ticket.remark(at, person, Wording.remark(draw));
            if (draw.chance(0.3)) {
                Instant later = at.plusSeconds(draw.between(60, 3600));
                ticket.remark(later, draw.pick(profile.team()), Wording.remark(draw));
            }
        }
    }

    void maybeLog(Ticket ticket, Person person) {
        if (draw.chance(0.2)) {
            ticket.log(ticket.last(), person, 900 * draw.between(1, 24));
        }
    }
}
