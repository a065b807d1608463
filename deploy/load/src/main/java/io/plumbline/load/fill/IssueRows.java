package io.plumbline.load.fill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Writes one issue with all that an import would derive of its history. */
final class IssueRows {
    private static final List<String> TYPES = List.of("Story", "Story", "Story", "Task", "Bug");
    private static final List<String> PRIORITIES = List.of("Low", "Medium", "Medium", "High");
    private static final int[] POINTS = {1, 2, 3, 5, 8};

    private final Rows rows;
    private final int number;
    private final int project;
    private final Life life;
    private final String type;
    private final String priority;
    private final String assignee;
    private final String reporter;
    private final Integer points;
    private final List<Sprint> sprints;

    IssueRows(Rows rows, int number, int project, Life life, List<Sprint> board, SplittableRandom random) {
        this.rows = rows;
        this.number = number;
        this.project = project;
        this.life = life;
        this.type = TYPES.get(random.nextInt(TYPES.size()));
        this.priority = PRIORITIES.get(random.nextInt(PRIORITIES.size()));
        this.assignee = random.nextInt(20) == 0 ? null : person(random);
        this.reporter = person(random);
        this.points = random.nextInt(5) == 0 ? null : POINTS[random.nextInt(POINTS.length)];
        this.sprints = sprints(board);
    }

    void write() {
        issue();
        statuses();
        rows.add(Table.ESTIMATE_INTERVALS, number, 0, points, life.created(), null);
        assignees();
        memberships();
    }

    private static String person(SplittableRandom random) {
        return "u" + random.nextInt(TenantRows.PEOPLE);
    }

    private boolean bug() {
        return type.equals("Bug");
    }

    private void issue() {
        Instant done = life.done();
        long reopened = IntStream.range(0, life.stretches().size())
                .filter(life::reopens)
                .count();
        rows.add(
                Table.ISSUES,
                number,
                "P" + project + "-" + number,
                project,
                "Issue " + number,
                type,
                false,
                bug(),
                false,
                priority,
                life.last().id,
                life.last().title,
                life.last().category,
                assignee(life.stretches().size() - 1),
                reporter,
                sprints.isEmpty() ? null : sprints.getLast().id(),
                points,
                life.created(),
                life.stretches().getLast().from(),
                life.started(),
                done,
                true,
                reopened,
                done == null ? null : life.activeHours());
    }

    private void statuses() {
        for (int i = 0; i < life.stretches().size(); i++) {
            Life.Stretch stretch = life.stretches().get(i);
            Status status = stretch.status();
            String before = i == 0 ? null : life.stretches().get(i - 1).status().id;
            rows.add(
                    Table.ISSUE_TRANSITIONS,
                    number,
                    stretch.from(),
                    i,
                    before,
                    status.id,
                    status == Status.DONE,
                    life.reopens(i));
            rows.add(Table.STATUS_INTERVALS, number, i, status.id, status.category, stretch.from(), life.end(i));
            rows.add(
                    Table.ISSUE_STATES,
                    number,
                    stretch.from(),
                    life.end(i),
                    status.title,
                    status.category,
                    stretch.from(),
                    assignee(i),
                    life.categorySince(i),
                    life.created(),
                    bug());
        }
    }

    /** Somebody takes it when work on it starts. */
    private String assignee(int stretch) {
        return stretch == 0 ? null : assignee;
    }

    private void assignees() {
        Instant taken = assignee == null ? null : life.started();
        rows.add(Table.ASSIGNEE_INTERVALS, number, 0, null, life.created(), taken);
        if (taken != null) {
            rows.add(Table.ASSIGNEE_INTERVALS, number, 1, assignee, taken, null);
        }
    }

    /** Those in which it was worked on: what a sprint leaves open goes on to the next. */
    private List<Sprint> sprints(List<Sprint> board) {
        List<Sprint> found = new ArrayList<>();
        if (life.started() != null) {
            for (Sprint sprint : board) {
                boolean before = !sprint.end().isAfter(life.started());
                boolean after = life.done() != null && !sprint.start().isBefore(life.done());
                if (!before && !after) {
                    found.add(sprint);
                }
            }
        }
        return found;
    }

    private void memberships() {
        for (int i = 0; i < sprints.size(); i++) {
            Sprint sprint = sprints.get(i);
            boolean spills = i + 1 < sprints.size();
            Instant added = i > 0 || life.started().isBefore(sprint.start()) ? sprint.start() : planned(sprint);
            rows.add(Table.SPRINT_ISSUES, sprint.id(), number, 0, added, spills ? sprint.end() : null);
        }
    }

    /** Most of what is created before a sprint is planned for it; what comes later is added when work starts. */
    private Instant planned(Sprint sprint) {
        return life.created().isBefore(sprint.start()) && number % 10 > 0 ? sprint.start() : life.started();
    }
}
