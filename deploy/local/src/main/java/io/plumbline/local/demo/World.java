package io.plumbline.local.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tenant's tracker on one day: its projects, people, sprints and issues. */
final class World {
    private static final LocalDate EVEN_MONDAY = LocalDate.of(2024, 1, 1);
    private static final int FIRST_ID = 10_000;

    private final List<Profile> profiles;
    private final Map<Profile, List<Iteration>> sprints = new HashMap<>();
    private final List<Ticket> tickets = new ArrayList<>();

    /** Simulates from the first day to the end of the day before {@code until}. */
    World(List<Profile> profiles, long seed, LocalDate first, LocalDate until) {
        this.profiles = List.copyOf(profiles);
        int sprintId = 1;
        for (Profile profile : profiles) {
            Draw draw = new Draw(seed + profile.board());
            List<Iteration> own = calendar(profile, draw, sprintId, until);
            sprintId += own.size();
            sprints.put(profile, own);
            tickets.addAll(new ProjectLife(profile, draw, own, first, until).live());
        }
        number();
    }

    List<Profile> profiles() {
        return profiles;
    }

    List<Iteration> sprints(Profile profile) {
        return sprints.get(profile);
    }

    /** In the order of their ids. */
    List<Ticket> tickets() {
        return tickets;
    }

    List<Person> people() {
        return profiles.stream()
                .flatMap(p -> p.team().stream())
                .distinct()
                .sorted(Comparator.comparing(Person::accountId))
                .toList();
    }

    private static List<Iteration> calendar(Profile profile, Draw draw, int firstId, LocalDate until) {
        LocalDate anchor = profile.evenWeeks() ? EVEN_MONDAY : EVEN_MONDAY.plusWeeks(1);
        LocalDate monday = until.minusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate active = ChronoUnit.WEEKS.between(anchor, monday) % 2 == 0 ? monday : monday.minusWeeks(1);
        LocalDate begin = active.minusWeeks(2L * (profile.sprints() - 2));
        List<Iteration> sprints = new ArrayList<>();
        for (int i = 0; i < profile.sprints(); i++) {
            String name = profile.key() + " Sprint " + (i + 1);
            String goal = Wording.goal(draw, profile.subjects());
            sprints.add(new Iteration(firstId + i, name, goal, begin.plusWeeks(2L * i)));
        }
        return sprints;
    }

    private void number() {
        tickets.sort(Comparator.comparing(Ticket::created)
                .thenComparing(t -> t.project().key())
                .thenComparing(Ticket::summary));
        Map<Profile, Integer> counters = new HashMap<>();
        for (int i = 0; i < tickets.size(); i++) {
            Ticket ticket = tickets.get(i);
            ticket.number(FIRST_ID + i, counters.merge(ticket.project(), 1, Integer::sum));
        }
    }
}
