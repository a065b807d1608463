package io.plumbline.jobs.imports;

import static io.plumbline.jobs.imports.Tracker.line;
import static io.plumbline.jobs.imports.Tracker.map;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A tracker whose records change at random: issues grow a history, sprints get other dates, states and boards, statuses mean
 * something else. Instants lie on a coarse grid, so that many things meet at one instant or at a limit of a rule.
 */
final class RandomTracker {
    private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
    private static final List<String> STATUSES = List.of("1", "3", "4", "5");
    private static final List<String> CATEGORIES = List.of("new", "indeterminate", "done");
    private static final int SPRINTS = 8;
    private static final int ISSUES = 40;

    private final Random random;
    private final List<List<Event>> histories;

    private record Event(Instant at, Tracker.Item item) {}

    RandomTracker(long seed) {
        random = new Random(seed);
        histories = IntStream.range(0, ISSUES).mapToObj(i -> history()).toList();
    }

    /** What the first import brings: everything, in any order. */
    List<String> everything() {
        List<String> lines = new ArrayList<>();
        IntStream.range(0, ISSUES).forEach(number -> lines.add(issue(number)));
        IntStream.rangeClosed(1, SPRINTS).forEach(id -> lines.add(line("sprint", sprint(id))));
        Collections.shuffle(lines, random);
        return lines;
    }

    /** What a later import brings. Mostly little, so that what it changes elsewhere is not derived again anyway. */
    List<String> piece() {
        return switch (random.nextInt(10)) {
            case 0 -> List.of(status());
            case 1 -> List.of(deletion());
            case 2, 3 -> List.of(issue(random.nextInt(ISSUES)), issue(random.nextInt(ISSUES)), someSprint());
            case 4, 5 -> List.of(someSprint(), someSprint(), someSprint());
            default -> List.of(someSprint());
        };
    }

    /** Any version of the issue, as the tracker gave it after so many changes; what has no history may differ each time. */
    private String issue(int number) {
        List<Event> events = histories.get(number);
        Tracker.Issue issue = Tracker.issue(Integer.toString(number), "PAY-" + number, BEGIN.toString());
        int known = random.nextInt(events.size() + 1);
        for (int i = 0; i < known; i++) {
            issue.history(
                    Integer.toString(i),
                    events.get(i).at().toString(),
                    events.get(i).item());
        }
        boolean subtask = random.nextInt(10) == 0;
        issue.field("issuetype", map("id", "1", "name", random.nextInt(4) == 0 ? "Bug" : "Story", "subtask", subtask));
        String project = Integer.toString(10 + random.nextInt(2));
        issue.field("project", map("id", project, "key", "P" + project, "name", "Project " + project));
        return random.nextInt(12) > 0
                ? issue.line()
                : issue.field("customfield_10020", List.of(sprint(1 + random.nextInt(SPRINTS))))
                        .withoutChangelog()
                        .line();
    }

    private List<Event> history() {
        List<Instant> instants =
                IntStream.range(0, 10).mapToObj(i -> at(14)).sorted().toList();
        List<Event> events = new ArrayList<>();
        String status = "1";
        String sprints = "";
        String points = null;
        boolean flagged = false;
        for (Instant at : instants) {
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    String next = STATUSES.get(random.nextInt(STATUSES.size()));
                    events.add(new Event(at, Tracker.moved(status, next)));
                    status = next;
                }
                case 2, 3 -> {
                    String next = someSprints();
                    events.add(new Event(at, Tracker.sprints(sprints, next)));
                    sprints = next;
                }
                case 4 -> {
                    String next = random.nextInt(4) == 0 ? null : Integer.toString(1 + random.nextInt(8));
                    events.add(new Event(at, Tracker.estimated(points, next)));
                    points = next;
                }
                default -> {
                    flagged = !flagged;
                    events.add(new Event(at, Tracker.flagged(flagged)));
                }
            }
        }
        return events;
    }

    private String someSprints() {
        return IntStream.rangeClosed(1, SPRINTS)
                .filter(id -> random.nextInt(3) == 0)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", "));
    }

    private String someSprint() {
        return line("sprint", sprint(1 + random.nextInt(SPRINTS)));
    }

    private Map<String, Object> sprint(int id) {
        int start = random.nextInt(12);
        boolean ends = random.nextInt(12) > 0;
        return map(
                "id", id,
                "name", "Sprint " + id,
                "state", random.nextInt(6) == 0 ? "active" : "closed",
                "originBoardId", random.nextInt(8) == 0 ? null : 1 + random.nextInt(2),
                "startDate", random.nextInt(12) == 0 ? null : day(start),
                "endDate", ends ? day(start + 1 + random.nextInt(5)) : "2126-01-01T00:00:00.000Z",
                "completeDate", ends && random.nextBoolean() ? day(start + random.nextInt(6)) : null);
    }

    private String deletion() {
        String id = Integer.toString(random.nextInt(ISSUES));
        return line("issue", map("id", id, "deleted", true, "deletedAt", at(16).toString()));
    }

    private String status() {
        String id = STATUSES.get(random.nextInt(STATUSES.size()));
        String category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
        return line(
                "status",
                map("id", id, "name", Tracker.status(id).get("name"), "statusCategory", map("key", category)));
    }

    private Instant at(int days) {
        Duration before = Duration.ofSeconds(List.of(0, 0, 60, 120, 121).get(random.nextInt(5)));
        return BEGIN.plus(Duration.ofHours(6L * (1 + random.nextInt(4 * days)))).minus(before);
    }

    private static String day(int day) {
        return BEGIN.plus(Duration.ofDays(day)).toString();
    }
}
