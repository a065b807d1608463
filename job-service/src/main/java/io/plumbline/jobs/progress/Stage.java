package io.plumbline.jobs.progress;

import java.util.Locale;

/** What a job is at. Each stage has its part of the whole; only the end is all of it. */
public enum Stage {
    QUEUED(0, 0),
    STARTING(0, 0.02),
    /** The statement runs and has given no row yet. */
    QUERYING(0.02, 0.5),
    READING(0.5, 0.97),
    SAVING(0.97, 0.99),
    DONE(1, 1);

    private final double from;
    private final double to;

    Stage(double from, double to) {
        this.from = from;
        this.to = to;
    }

    /** As the API and the table write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    double begin() {
        return from;
    }

    double end() {
        return to;
    }
}
