package io.plumbline.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A question in the closed language of the catalog: which measures, grouped how, over which rows and time. It is the
 * only thing a translator may propose and the only thing the compiler accepts. Holds names as the caller wrote them;
 * nothing in it is bound to the catalog yet.
 *
 * @param datasource always {@code "warehouse"}; null means the same
 * @param measures 1 to {@link SpecLimits#MEASURES}, never null
 * @param dimensions 0 to {@link SpecLimits#DIMENSIONS}, never null
 * @param filters 0 to {@link SpecLimits#FILTERS}, all must hold, never null
 * @param time the range and zone of {@code metric_time}; null means all time in UTC
 * @param sort result order; empty means the default order
 * @param limit the most rows to return; null means {@link SpecLimits#INTERACTIVE_ROWS}, of a job {@link
 *     SpecLimits#JOB_ROWS}
 * @param chart how to draw the result; null lets the product choose; without influence on the rows
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AnalyticsSpec(
        String datasource,
        List<Measure> measures,
        List<Dimension> dimensions,
        List<Filter> filters,
        TimeRange time,
        List<Sort> sort,
        Integer limit,
        Chart chart) {

    public AnalyticsSpec {
        measures = measures == null ? List.of() : List.copyOf(measures);
        dimensions = dimensions == null ? List.of() : List.copyOf(dimensions);
        filters = filters == null ? List.of() : List.copyOf(filters);
        sort = sort == null ? List.of() : List.copyOf(sort);
    }

    /** The same with a limit, where it has none. */
    public AnalyticsSpec withDefaultLimit(int rows) {
        return limit != null
                ? this
                : new AnalyticsSpec(datasource, measures, dimensions, filters, time, sort, rows, chart);
    }
}
