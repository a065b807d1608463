package io.plumbline.query.audit;

import java.util.Locale;

/** What a caller wanted. */
public enum Kind {
    /** The rows of a spec. */
    RUN,
    /** The same, handed over while they are read. */
    STREAM,
    /** The rows of a receipt's spec, to compare them. */
    VERIFY,
    /** The issues behind a cell. */
    DRILL,
    /** The values that dimensions have. */
    VALUES,
    /** A metric's rows, to see whether it can be computed. */
    TRIAL,
    /** The rows of a job's spec, for job-service, which keeps them. */
    JOB;

    /** As the audit names it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
