package io.plumbline.jobs.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes a large file of tracker records, for measuring imports: sprints of two weeks, issues with about fifteen changes
 * and two comments each, some filler as real exports have it. Arguments: the file, the number of issues, bytes of filler.
 */
public final class TrackerFile {
    private static final Instant START = Instant.parse("2023-01-02T09:00:00Z");
    private static final String[] STATUSES = {"1", "3", "4", "6", "5"};
    private static final String[] NAMES = {"To Do", "In Progress", "Blocked", "In Review", "Done"};
    private static final String[] KEYS = {"new", "indeterminate", "indeterminate", "indeterminate", "done"};
    private static final int SPRINTS = 100;

    private final Random random = new Random(42);
    private final int filler;
    private int historyId;

    private TrackerFile(int filler) {
        this.filler = filler;
    }

    public static void main(String[] arguments) throws IOException {
        int issues = Integer.parseInt(arguments[1]);
        var file = new TrackerFile(Integer.parseInt(arguments[2]));
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
            for (int status = 0; status < STATUSES.length; status++) {
                line(out, "status", status(status));
            }
            for (int sprint = 0; sprint < SPRINTS; sprint++) {
                line(out, "sprint", sprint(sprint));
            }
            for (int issue = 0; issue < issues; issue++) {
                line(out, "issue", file.issue(issue));
            }
        }
    }

    private static void line(BufferedWriter out, String kind, String data) throws IOException {
        out.write("{\"kind\":\"%s\",\"data\":%s}\n".formatted(kind, data));
    }

    private static String status(int index) {
        return "{\"id\":\"%s\",\"name\":\"%s\",\"statusCategory\":{\"key\":\"%s\"}}"
                .formatted(STATUSES[index], NAMES[index], KEYS[index]);
    }

    private static Instant sprintStart(int sprint) {
        return START.plus(Duration.ofDays(14L * sprint));
    }

    private static String sprint(int sprint) {
        return """
                {"id":%d,"name":"Sprint %d","state":"closed","originBoardId":1,"startDate":"%s","endDate":"%s","completeDate":"%s"}""".formatted(
                        sprint + 1,
                        sprint + 1,
                        sprintStart(sprint),
                        sprintStart(sprint + 1),
                        sprintStart(sprint + 1).plusSeconds(3600));
    }

    private String issue(int number) {
        int sprint = random.nextInt(SPRINTS - 1);
        Instant created = sprintStart(sprint).minus(random.nextInt(20 * 24), ChronoUnit.HOURS);
        List<String> histories = new ArrayList<>();
        Instant at = created.plus(1 + random.nextInt(48), ChronoUnit.HOURS);
        histories.add(history(at, item("Sprint", "customfield_10020", "", Integer.toString(sprint + 1))));
        histories.add(history(at, text("Story point estimate", "customfield_10016", "", "3")));
        histories.add(history(at.plusSeconds(60), item("assignee", "assignee", "", "user" + number % 200)));
        int status = 0;
        for (int change = 0; change < 8; change++) {
            at = at.plus(1 + random.nextInt(60), ChronoUnit.HOURS);
            int next = change == 7 ? 4 : random.nextInt(STATUSES.length);
            histories.add(history(at, status(status, next)));
            status = next;
        }
        histories.add(history(at, text("Story point estimate", "customfield_10016", "3", "5")));
        if (number % 4 == 0) {
            histories.add(history(at, text("Flagged", "customfield_10021", "", "Impediment")));
            histories.add(history(at.plusSeconds(7200), text("Flagged", "customfield_10021", "Impediment", "")));
        }
        if (number % 3 == 0) {
            histories.add(history(
                    at.plusSeconds(9000),
                    item(
                            "Sprint",
                            "customfield_10020",
                            Integer.toString(sprint + 1),
                            sprint + 1 + ", " + (sprint + 2))));
        }
        return """
                {"id":"%d","key":"LOAD-%d","fields":{"project":{"id":"1","key":"LOAD","name":"Load"},"summary":"Issue number %d",\
                "issuetype":{"name":"%s","subtask":false},"priority":{"name":"Medium"},"status":%s,"assignee":%s,"reporter":%s,\
                "labels":["a","b"],"components":[{"name":"core"}],"created":"%s","updated":"%s","customfield_10016":5,\
                "description":"%s","comment":{"comments":[%s,%s]}},"changelog":{"histories":[%s]}}""".formatted(
                        number,
                        number,
                        number,
                        number % 5 == 0 ? "Bug" : "Story",
                        status(status),
                        user(number % 200),
                        user(number % 50),
                        created,
                        at.plusSeconds(10_000),
                        "x".repeat(filler),
                        comment(number * 2, at),
                        comment(number * 2 + 1, at.plusSeconds(30)),
                        String.join(",", histories));
    }

    private static String comment(int id, Instant at) {
        return "{\"id\":\"%d\",\"author\":%s,\"body\":\"Looks good to me, number %d\",\"created\":\"%s\",\"updated\":\"%s\"}"
                .formatted(id, user(id % 200), id, at, at);
    }

    private static String user(int number) {
        return "{\"accountId\":\"user%d\",\"displayName\":\"Person %d\",\"avatarUrls\":{\"48x48\":\"https://example.test/%d.png\"}}"
                .formatted(number, number, number);
    }

    private String history(Instant at, String item) {
        return "{\"id\":\"%d\",\"author\":%s,\"created\":\"%s\",\"items\":[%s]}"
                .formatted(historyId++, user(historyId % 200), at, item);
    }

    private static String status(int from, int to) {
        return """
                {"field":"status","fieldId":"status","fieldtype":"jira","from":"%s","fromString":"%s","to":"%s","toString":"%s"}""".formatted(STATUSES[from], NAMES[from], STATUSES[to], NAMES[to]);
    }

    private static String item(String field, String id, String from, String to) {
        return """
                {"field":"%s","fieldId":"%s","fieldtype":"custom","from":"%s","fromString":"%s","to":"%s","toString":"%s"}""".formatted(field, id, from, from, to, to);
    }

    private static String text(String field, String id, String from, String to) {
        return """
                {"field":"%s","fieldId":"%s","fieldtype":"custom","from":null,"fromString":"%s","to":null,"toString":"%s"}""".formatted(field, id, from, to);
    }
}
