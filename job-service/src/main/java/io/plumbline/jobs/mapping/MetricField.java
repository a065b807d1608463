package io.plumbline.jobs.mapping;

import java.util.Locale;

/** The fields whose history metrics read. */
public enum MetricField {
    STATUS,
    SPRINT,
    ESTIMATE,
    ASSIGNEE,
    FLAG;

    /** As the database holds it. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
