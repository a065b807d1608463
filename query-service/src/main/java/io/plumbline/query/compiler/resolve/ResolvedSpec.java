package io.plumbline.query.compiler.resolve;

import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.spec.catalog.DimensionDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A spec whose every name is bound.
 *
 * @param catalog what the names are bound to
 * @param filters which rows of the warehouse count
 * @param answerFilters which rows of the answer stay
 * @param sort empty means the default order
 */
public record ResolvedSpec(
        CatalogIndex catalog,
        List<ResolvedMeasure> measures,
        List<ResolvedDimension> dimensions,
        List<ResolvedFilter<RowCondition>> filters,
        List<ResolvedFilter<AnswerCondition>> answerFilters,
        ResolvedTime time,
        List<ResolvedSort> sort,
        int limit) {
    public ResolvedSpec {
        measures = List.copyOf(measures);
        dimensions = List.copyOf(dimensions);
        filters = List.copyOf(filters);
        answerFilters = List.copyOf(answerFilters);
        sort = List.copyOf(sort);
    }

    /** The same question at another grain. */
    public ResolvedSpec at(List<ResolvedDimension> grain) {
        return new ResolvedSpec(catalog, measures, grain, filters, answerFilters, time, sort, limit);
    }

    /** The dimensions that rows are picked by, once for each test. */
    public Stream<DimensionDefinition> filteredDimensions() {
        return filters.stream().flatMap(ResolvedFilter::tests).map(RowCondition::dimension);
    }

    /** What rows are grouped or chosen by; one that is used twice comes twice. */
    public Stream<DimensionDefinition> readDimensions() {
        Stream<ResolvedDimension> grouped =
                Stream.concat(dimensions.stream(), measures.stream().flatMap(measure -> measure.finer().stream()));
        return Stream.concat(grouped.map(ResolvedDimension::definition), filteredDimensions());
    }

    /** The dimension of each measure's own event time, if it was asked for. */
    public Optional<ResolvedDimension> metricTime() {
        return dimensions.stream().filter(ResolvedDimension::isMetricTime).findFirst();
    }
}
