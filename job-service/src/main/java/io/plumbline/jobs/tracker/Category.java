package io.plumbline.jobs.tracker;

import java.util.Locale;

/** What a status means. */
public enum Category {
    TODO,
    IN_PROGRESS,
    DONE;

    /** The category of a tracker's status category key; null for the key of none and for unknown ones. */
    static Category ofKey(String key) {
        return switch (key) {
            case "new" -> TODO;
            case "indeterminate" -> IN_PROGRESS;
            case "done" -> DONE;
            case null, default -> null;
        };
    }

    /** As the database holds it. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
