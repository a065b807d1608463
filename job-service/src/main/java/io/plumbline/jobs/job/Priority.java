package io.plumbline.jobs.job;

import io.plumbline.spec.event.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How soon a job is wanted. */
public enum Priority {
    /** Somebody waits for it. */
    HIGH(Topics.JOBS_HIGH),
    /** A batch. */
    LOW(Topics.JOBS_LOW);

    private final String topic;

    Priority(String topic) {
        this.topic = topic;
    }

    /** As the row and the API name it. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where its doorbell rings. */
    public String topic() {
        return topic;
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Priority::column).toList();
    }

    public static Optional<Priority> find(String column) {
        return Arrays.stream(values())
                .filter(priority -> priority.column().equals(column))
                .findFirst();
    }
}
