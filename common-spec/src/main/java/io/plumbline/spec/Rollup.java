package io.plumbline.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A second stage: the measure is computed for each group of the spec's dimensions and these, then rolled up over these.
 * Groups without a value are left out of the roll-up.
 *
 * @param dimensions 1 to {@link SpecLimits#DIMENSIONS}, none of them the spec's, except {@code metric_time} at a period
 *     that nests in the spec's; periods without rows count as the gap filling gives them
 * @param agg avg, sum, min, max, median, a percentile or stddev of the groups' values; null means avg
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Rollup(List<Dimension> dimensions, Aggregation agg) {
    public Rollup {
        dimensions = dimensions == null ? List.of() : List.copyOf(dimensions);
    }
}
