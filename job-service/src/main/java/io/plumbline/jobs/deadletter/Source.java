package io.plumbline.jobs.deadletter;

import io.plumbline.spec.event.Topics;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a record came from. */
public enum Source {
    /** The topic tracker.changes. */
    TOPIC,
    WEBHOOK,
    SYNC,
    /** The topic analytics.jobs.submit. */
    JOBS;

    /** As the database and callers name it. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The source of that name; empty where there is none. */
    public static Optional<Source> find(String column) {
        return Arrays.stream(values())
                .filter(source -> source.column().equals(column))
                .findFirst();
    }

    /** The topic on which its dead letters are told. */
    public String topic() {
        return this == JOBS ? Topics.JOBS_DLQ : Topics.TRACKER_CHANGES_DLQ;
    }
}
