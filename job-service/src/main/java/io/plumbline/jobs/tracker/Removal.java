package io.plumbline.jobs.tracker;

import java.time.Instant;
import java.util.Locale;

/**
 * News that a comment, worklog or sprint was deleted. It is final: what is told of it later (or came late) does not bring it
 * back.
 *
 * @param issueId of the issue that held it; null for a sprint
 * @param at when
 */
public record Removal(Kind kind, String id, String issueId, Instant at) implements TrackerRecord {

    /** What can be deleted beside issues. */
    public enum Kind {
        COMMENT,
        WORKLOG,
        SPRINT;

        /** As the database holds it. */
        public String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
