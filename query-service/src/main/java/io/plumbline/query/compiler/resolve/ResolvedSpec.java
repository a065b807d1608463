package io.plumbline.query.compiler.resolve;

import io.plumbline.query.compiler.index.CatalogIndex;
import java.util.List;
import java.util.Optional;

/**
 * A spec whose every name is bound.
 *
 * @param catalog what the names are bound to
 * @param sort empty means the default order
 */
public record ResolvedSpec(
        CatalogIndex catalog,
        List<ResolvedMeasure> measures,
        List<ResolvedDimension> dimensions,
        List<ResolvedFilter> filters,
        ResolvedTime time,
        List<ResolvedSort> sort,
        int limit) {
    public ResolvedSpec {
        measures = List.copyOf(measures);
        dimensions = List.copyOf(dimensions);
        filters = List.copyOf(filters);
        sort = List.copyOf(sort);
    }

    /** The same question at another grain. */
    public ResolvedSpec at(List<ResolvedDimension> grain) {
        return new ResolvedSpec(catalog, measures, grain, filters, time, sort, limit);
    }

    /** The dimension of each measure's own event time, if it was asked for. */
    public Optional<ResolvedDimension> metricTime() {
        return dimensions.stream().filter(ResolvedDimension::isMetricTime).findFirst();
    }
}
