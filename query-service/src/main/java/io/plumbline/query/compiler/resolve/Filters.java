package io.plumbline.query.compiler.resolve;

import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.query.compiler.validate.Conjunct;
import io.plumbline.spec.Filter;
import io.plumbline.spec.catalog.ColumnType;
import io.plumbline.spec.catalog.DimensionDefinition;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Binds filters: those that pick rows of the warehouse, and those that pick rows of the answer. */
final class Filters {
    private final CatalogIndex catalog;
    private final List<Filter> conjuncts;
    private final List<ResolvedDimension> dimensions;
    private final List<ResolvedMeasure> measures;
    private final Conditions conditions;

    Filters(
            CatalogIndex catalog,
            List<Filter> filters,
            ZoneId zone,
            List<ResolvedDimension> dimensions,
            List<ResolvedMeasure> measures) {
        this.catalog = catalog;
        this.conjuncts = Conjunct.of(filters).stream().map(Conjunct::filter).toList();
        this.dimensions = dimensions;
        this.measures = measures;
        this.conditions = new Conditions(zone);
    }

    List<ResolvedFilter<RowCondition>> ofRows() {
        return conjuncts.stream()
                .filter(this::isOfRows)
                .map(filter -> tree(filter, this::rowTest))
                .toList();
    }

    List<ResolvedFilter<AnswerCondition>> ofAnswer() {
        return conjuncts.stream()
                .filter(filter -> !isOfRows(filter))
                .map(filter -> tree(filter, this::answerTest))
                .toList();
    }

    private boolean isOfRows(Filter filter) {
        return filter.tests().allMatch(test -> catalog.dimension(test.field()).isPresent());
    }

    private static <T> ResolvedFilter<T> tree(Filter filter, Function<Filter.Test, T> test) {
        return switch (filter) {
            case Filter.Test leaf -> new ResolvedFilter.Test<>(test.apply(leaf));
            case Filter.All all -> new ResolvedFilter.All<>(trees(all.filters(), test));
            case Filter.Any any -> new ResolvedFilter.Any<>(trees(any.filters(), test));
            case Filter.Not not -> new ResolvedFilter.Not<>(tree(not.filter(), test));
        };
    }

    private static <T> List<ResolvedFilter<T>> trees(List<Filter> filters, Function<Filter.Test, T> test) {
        return filters.stream().map(filter -> tree(filter, test)).toList();
    }

    private RowCondition rowTest(Filter.Test test) {
        DimensionDefinition dimension = catalog.dimension(test.field()).orElseThrow();
        return new RowCondition(dimension, conditions.of(test, dimension.type()));
    }

    private AnswerCondition answerTest(Filter.Test test) {
        return ofDimension(test).or(() -> ofFigure(test)).orElseThrow();
    }

    private Optional<AnswerCondition> ofDimension(Filter.Test test) {
        return IntStream.range(0, dimensions.size())
                .boxed()
                .filter(i -> dimensions.get(i).name().equals(test.field()))
                .<AnswerCondition>map(i -> new AnswerCondition.OfDimension(
                        i, conditions.of(test, dimensions.get(i).definition().type())))
                .findFirst();
    }

    private Optional<AnswerCondition> ofFigure(Filter.Test test) {
        return IntStream.range(0, measures.size())
                .boxed()
                .flatMap(i -> Figure.find(measures.get(i).column(), test.field()).stream()
                        .<AnswerCondition>map(figure ->
                                new AnswerCondition.OfFigure(i, figure, conditions.of(test, ColumnType.NUMBER))))
                .findFirst();
    }
}
