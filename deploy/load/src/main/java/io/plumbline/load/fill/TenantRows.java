package io.plumbline.load.fill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Makes all rows of one tenant; the same for the same size, number and present. */
final class TenantRows {
    static final int PEOPLE = 50;
    private static final int PROJECTS = 5;
    private static final long PAST_SECONDS = Duration.ofDays(3 * 365).toSeconds();

    private final Size size;
    private final Instant until;
    private final SplittableRandom random;
    private final Rows rows;

    private TenantRows(Size size, int number, Instant until) {
        this.size = size;
        this.until = until;
        this.random = new SplittableRandom(number);
        this.rows = new Rows(name(number));
    }

    static String name(int number) {
        return "load-%03d".formatted(number);
    }

    /** @param number from 1 */
    static Rows make(Size size, int number, Instant until) {
        return new TenantRows(size, number, until).make();
    }

    private Rows make() {
        rows.addTenant(1, until);
        rows.add(Table.INSTANCES);
        for (int i = 0; i < PEOPLE; i++) {
            rows.add(Table.USERS, "u" + i, "Person " + i);
        }
        for (Status status : Status.values()) {
            rows.add(Table.STATUSES, status.id, status.title, status.category, "status");
        }
        List<List<Sprint>> boards =
                IntStream.rangeClosed(1, PROJECTS).mapToObj(this::project).toList();
        for (int i = 1; i <= size.issuesPerTenant(); i++) {
            issue(i, 1 + i % PROJECTS, boards.get(i % PROJECTS));
        }
        return rows;
    }

    private List<Sprint> project(int number) {
        rows.add(Table.PROJECTS, number, "P" + number, "Project " + number);
        List<Sprint> board = Sprint.ofBoard(number, Math.max(1, size.sprintsPerTenant() / PROJECTS), until);
        board.forEach(sprint -> sprint.write(rows, until));
        return board;
    }

    private void issue(int number, int project, List<Sprint> board) {
        Instant created = until.minusSeconds(60 + random.nextLong(PAST_SECONDS));
        Life life = Life.draw(random, created, until, size.transitionsPerIssue());
        new IssueRows(rows, number, project, life, board, random).write();
    }
}
