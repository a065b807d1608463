package io.plumbline.query.compiler.resolve;

import io.plumbline.query.compiler.index.SprintColumn;
import io.plumbline.query.compiler.resolve.ResolvedSort.ByDimension;
import io.plumbline.query.compiler.resolve.ResolvedSort.ByMeasure;
import io.plumbline.query.compiler.resolve.ResolvedSort.BySprint;
import io.plumbline.spec.Sort;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the column that a sort key names. */
final class Sorts {
    private final List<ResolvedMeasure> measures;
    private final List<ResolvedDimension> dimensions;

    Sorts(List<ResolvedMeasure> measures, List<ResolvedDimension> dimensions) {
        this.measures = measures;
        this.dimensions = dimensions;
    }

    List<ResolvedSort> of(List<Sort> sort) {
        return sort.stream().map(this::key).toList();
    }

    private ResolvedSort key(Sort sort) {
        boolean descending = sort.dir() == Sort.Direction.DESC;
        Stream<ResolvedSort> byDimension = IntStream.range(0, dimensions.size())
                .filter(i -> dimensions.get(i).name().equals(sort.field()))
                .mapToObj(i -> new ByDimension(i, descending));
        Stream<ResolvedSort> bySprint =
                SprintColumn.find(sort.field()).stream().map(column -> new BySprint(column, descending));
        return Stream.of(byDimension, byMeasure(sort.field(), descending), bySprint)
                .flatMap(Function.identity())
                .findFirst()
                .orElseThrow();
    }

    private Stream<ResolvedSort> byMeasure(String field, boolean descending) {
        return IntStream.range(0, measures.size())
                .boxed()
                .flatMap(i -> Figure.find(measures.get(i).column(), field).stream()
                        .map(figure -> new ByMeasure(i, figure, descending)));
    }
}
