package io.plumbline.jobs.job;

import java.util.Locale;

/** What watchers of a job are told of. */
public enum EventKind {
    QUEUED,
    STARTED,
    PROGRESS,
    RETRYING,
    RELEASED,
    COMPLETED,
    FAILED,
    CANCELLED;

    /** As the row and the stream name it. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a worker may take the job at once, so that a doorbell is due. */
    boolean rings() {
        return this == QUEUED || this == RELEASED;
    }
}
