package io.plumbline.spec;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Over which periods each bucket of {@code metric_time} counts, in place of its own period alone. The metric is computed
 * anew over the rows of all these periods together: a rolling median is the median of the rows, not of medians.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Window.Rolling.class, name = "rolling"),
    @JsonSubTypes.Type(value = Window.ToDate.class, name = "to_date"),
    @JsonSubTypes.Type(value = Window.Cumulative.class, name = "cumulative")
})
public sealed interface Window {

    /**
     * The bucket and those before it. Rows before {@code time.from} count where the window reaches them.
     *
     * @param periods how many buckets in all, 2 to {@link SpecLimits#WINDOW_PERIODS}; of a sprint axis the sprints of the
     *     same board
     */
    record Rolling(int periods) implements Window {}

    /**
     * From the beginning of the enclosing period to the bucket's end.
     *
     * @param granularity a calendar period longer than the bucket, in which buckets nest
     */
    record ToDate(Granularity granularity) implements Window {}

    /** From {@code time.from}, or the beginning, to the bucket's end: a running total. */
    record Cumulative() implements Window {}
}
