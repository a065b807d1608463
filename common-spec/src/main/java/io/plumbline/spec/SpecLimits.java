package io.plumbline.spec;

/** The limits of an {@link AnalyticsSpec}, the same in the JSON Schema, the validator and the error messages. */
public final class SpecLimits {
    public static final int MEASURES = 10;
    public static final int DIMENSIONS = 5;
    /** Tests in all filters together. */
    public static final int FILTERS = 20;
    /** How deep {@code and}, {@code or} and {@code not} may stand in each other. */
    public static final int FILTER_DEPTH = 5;
    /** Periods of a rolling window. */
    public static final int WINDOW_PERIODS = 400;
    /** Sprints of a comparison with previous ones. */
    public static final int PREVIOUS_SPRINTS = 20;
    /** The greatest {@code min_n}. */
    public static final int MIN_N = 1_000_000;
    /** Values of one {@code in} or {@code not_in} filter. */
    public static final int FILTER_VALUES = 500;
    /** Characters of one filter value. */
    public static final int VALUE_LENGTH = 500;

    public static final int SORT_KEYS = 15;
    /** Parameters of one measure. */
    public static final int PARAMETERS = 10;
    /** Rows of an answer given while the caller waits; also the default limit. */
    public static final int INTERACTIVE_ROWS = 1_000;
    /** Rows of a job's result. */
    public static final int JOB_ROWS = 100_000;
    /** Years that a time range may span. */
    public static final int YEARS = 50;

    private SpecLimits() {}
}
