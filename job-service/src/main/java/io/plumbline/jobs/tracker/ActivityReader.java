package io.plumbline.jobs.tracker;

import java.io.IOException;
import java.time.Instant;

/** Reads comments and worklogs, which stand alone (with an issueId) or inside an issue. */
final class ActivityReader {
    private String id;
    private String issueId;
    private UserFacts author;
    private Instant created;
    private Instant updated;
    private Instant started;
    private Long seconds;
    private String body;

    private ActivityReader() {}

    /** @param issueId of the issue that holds it; null where the object itself must name it */
    static CommentRecord comment(JsonCursor cursor, String issueId) throws IOException {
        ActivityReader read = new ActivityReader().read(cursor);
        String pointer = cursor.pointer();
        require(read.id, pointer, "id");
        require(read.created, pointer, "created");
        return new CommentRecord(
                read.id,
                issueOf(read, issueId, pointer),
                read.author,
                read.body,
                read.created,
                read.updated == null ? read.created : read.updated);
    }

    /** @param issueId of the issue that holds it; null where the object itself must name it */
    static WorklogRecord worklog(JsonCursor cursor, String issueId) throws IOException {
        ActivityReader read = new ActivityReader().read(cursor);
        String pointer = cursor.pointer();
        require(read.id, pointer, "id");
        require(read.started, pointer, "started");
        require(read.seconds, pointer, "timeSpentSeconds");
        if (read.seconds < 0) {
            throw new InvalidRecord(
                    "%s/timeSpentSeconds is %d; it must not be negative".formatted(pointer, read.seconds));
        }
        Instant updated = read.updated != null ? read.updated : read.created != null ? read.created : read.started;
        return new WorklogRecord(
                read.id, issueOf(read, issueId, pointer), read.author, read.started, read.seconds, updated);
    }

    private ActivityReader read(JsonCursor cursor) throws IOException {
        cursor.members(member -> {
            switch (member) {
                case "id" -> id = cursor.name();
                case "issueId" -> issueId = cursor.name();
                case "author" -> author = FactReader.user(cursor);
                case "created" -> created = cursor.instant();
                case "updated" -> updated = cursor.instant();
                case "started" -> started = cursor.instant();
                case "timeSpentSeconds" -> seconds = cursor.wholeNumber();
                case "body" -> body = RichText.plain(cursor);
                default -> {}
            }
        });
        return this;
    }

    private static String issueOf(ActivityReader read, String holder, String pointer) {
        String issue = holder == null ? read.issueId : holder;
        require(issue, pointer, "issueId");
        return issue;
    }

    private static void require(Object value, String pointer, String member) {
        if (value == null) {
            throw new InvalidRecord("%s/%s is missing".formatted(pointer, member));
        }
    }
}
