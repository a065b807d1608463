package io.plumbline.acceptance.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One issue with an eventful life. */
final class RandomIssue {
    private static final List<Long> BEFORE_CLOSE =
            List.of(0L, 1L, 5_000L, 60_000L, 119_999L, 120_000L, 120_001L, 150_000L);

    private final Chance chance;
    private final RandomWorld world;
    private final RawIssue issue;

    RandomIssue(int id, Chance chance, RandomWorld world) {
        this.chance = chance;
        this.world = world;
        this.issue =
                new RawIssue(id, chance.any(world.projects()), world.instants().any());
    }

    private record Event(Instant at, RawSprint closing) {}

    RawIssue make() {
        birth();
        List<Event> events = events();
        for (Event event : events) {
            RawSave save = issue.at(event.at());
            if (event.closing() == null) {
                edit(save);
            } else if (issue.sprints.contains(event.closing())
                    && !issue.status.category().equals("done")) {
                close(save, event.closing());
            }
            save.saved();
        }
        fate(events.isEmpty() ? issue.created() : events.getLast().at());
        return issue;
    }

    private void birth() {
        issue.type(chance.any("Story", "Story", "Bug", "Task", "Sub-task", "Epic"));
        issue.priority(chance.any("High", "Medium", "Low", null));
        issue.reporter(chance.of(0.2) ? null : chance.any(world.people()));
        issue.labels(chance.some(3, List.of("backend", "escaped", "frontend", "production", "zebra"))
                .toArray(String[]::new));
        issue.components(chance.some(3, List.of("core", "edge", "shell")).toArray(String[]::new));
        issue.comments(chance.between(0, 3));
        issue.status(chance.of(0.75) ? RawStatus.TO_DO : chance.any(world.statuses()));
        issue.points = points();
        issue.assignee = chance.of(0.6) ? null : chance.any(world.people());
        issue.flagged = chance.of(0.05);
        if (!world.sprints().isEmpty() && chance.of(0.35)) {
            issue.sprints(chance.any(world.sprints()));
        }
    }

    private List<Event> events() {
        List<Event> events = new ArrayList<>();
        int count = chance.between(0, 12);
        for (int i = 0; i < count; i++) {
            boolean again = i > 0 && chance.of(0.2);
            events.add(
                    new Event(again ? chance.any(events).at() : world.instants().any(), null));
        }
        for (RawSprint sprint : world.sprints()) {
            if (sprint.completed() != null && chance.of(0.6)) {
                events.add(new Event(sprint.completed().minusMillis(chance.any(BEFORE_CLOSE)), sprint));
            }
        }
        events.removeIf(e -> e.at().isBefore(issue.created()));
        events.sort(Comparator.comparing(Event::at));
        return events;
    }

    private void edit(RawSave save) {
        int changes = chance.between(1, 3);
        for (int i = 0; i < changes; i++) {
            switch (chance.between(0, 9)) {
                case 0, 1, 2, 3 -> save.status(chance.of(0.06) ? issue.status : chance.any(world.statuses()));
                case 4, 5 -> moveBetweenSprints(save);
                case 6 -> save.points(points());
                case 7 -> save.assignee(chance.of(0.4) ? null : chance.any(world.people()));
                case 8 -> save.flagged(!issue.flagged);
                default -> save.summary("edited");
            }
        }
    }

    private void moveBetweenSprints(RawSave save) {
        if (world.sprints().isEmpty()) {
            return;
        }
        RawSprint sprint = chance.any(world.sprints());
        Set<RawSprint> next = new HashSet<>(issue.sprints);
        if (chance.of(0.25)) {
            next.clear();
        }
        if (!next.remove(sprint)) {
            next.add(sprint);
        }
        save.sprints(Set.copyOf(next));
    }

    private void close(RawSave save, RawSprint sprint) {
        Set<RawSprint> next = new HashSet<>(issue.sprints);
        if (chance.of(0.6)) {
            next.remove(sprint);
        }
        if (chance.of(0.7)) {
            next.add(chance.any(world.sprints()));
        }
        save.sprints(Set.copyOf(next));
    }

    private Double points() {
        return chance.any(null, null, 0.0, 0.5, 1.0, 2.0, 3.0, 5.0, 8.0, 13.0);
    }

    private void fate(Instant last) {
        if (chance.of(0.1)) {
            issue.withoutChangelog();
        }
        if (chance.of(0.1)) {
            issue.presentlySaid(chance.any(world.statuses()));
        }
        if (!issue.status.announced() && chance.of(0.3)) {
            RawStatus said = issue.status;
            issue.presentlySaid(
                    new RawStatus(said.id(), said.name(), chance.any("new", "indeterminate", "done"), false));
        }
        if (chance.of(0.08)) {
            issue.movedTo(chance.any(world.projects()));
        }
        if (chance.of(0.07)) {
            issue.deleted(last.plusMillis(chance.any(0L, 1L, 86_400_000L, 20L * 86_400_000L)));
        }
    }
}
