package io.plumbline.query.compiler.plan;

import io.plumbline.query.compiler.resolve.Figure;
import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.query.compiler.resolve.ResolvedSort;
import io.plumbline.query.compiler.resolve.ResolvedSpec;
import io.plumbline.spec.catalog.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The order of the result: as asked, else time ascending, else the first measure descending; then by all dimensions, so
 * that equal questions have equal answers.
 */
final class Ordering {
    private final ResolvedSpec spec;

    Ordering(ResolvedSpec spec) {
        this.spec = spec;
    }

    static String value(int measure) {
        return Cells.column(measure) + "_value";
    }

    /** The draft's column of a measure's number. */
    static String figure(int measure, Figure figure) {
        return switch (figure) {
            case VALUE -> value(measure);
            case PREVIOUS -> previous(measure);
            case DELTA -> delta(measure);
            case DELTA_PCT -> deltaPct(measure);
            case N -> values(measure);
        };
    }

    /** The column that says why there is no number in the column of that name. */
    static String why(String column) {
        return column + "_why";
    }

    /** How many values are behind the measure's number. */
    static String values(int measure) {
        return Cells.column(measure) + "_n";
    }

    static String parts(int measure) {
        return Cells.column(measure) + "_parts";
    }

    static String previous(int measure) {
        return Cells.column(measure) + "_previous";
    }

    static String delta(int measure) {
        return Cells.column(measure) + "_delta";
    }

    static String deltaPct(int measure) {
        return Cells.column(measure) + "_delta_pct";
    }

    /** The sort keys with the default ones, each dimension at most once. */
    static List<ResolvedSort> keys(ResolvedSpec spec) {
        List<ResolvedSort> keys = new ArrayList<>(spec.sort());
        if (keys.isEmpty()) {
            keys.add(IntStream.range(0, spec.dimensions().size())
                    .filter(i -> spec.dimensions().get(i).isTime())
                    .<ResolvedSort>mapToObj(i -> new ResolvedSort.ByDimension(i, false))
                    .findFirst()
                    .orElse(new ResolvedSort.ByMeasure(0, Figure.VALUE, true)));
        }
        IntStream.range(0, spec.dimensions().size())
                .filter(i ->
                        keys.stream().noneMatch(key -> key instanceof ResolvedSort.ByDimension by && by.index() == i))
                .forEach(i -> keys.add(new ResolvedSort.ByDimension(i, false)));
        return keys;
    }

    List<Order> of(Draft answer) {
        return keys(spec).stream().flatMap(key -> order(key, answer)).toList();
    }

    private Stream<Order> order(ResolvedSort key, Draft answer) {
        return switch (key) {
            case ResolvedSort.ByDimension by -> dimension(spec.dimensions().get(by.index()), by.descending(), answer);
            case ResolvedSort.BySprint by ->
                Stream.of(new Order(
                        Terms.call(
                                Expr.Function.BINARY_ORDER,
                                answer.column(by.column().column())),
                        by.descending()));
            case ResolvedSort.ByMeasure by ->
                Stream.of(new Order(new Expr.Output(figure(by.index(), by.figure())), by.descending()));
        };
    }

    private static Stream<Order> dimension(ResolvedDimension dimension, boolean descending, Draft answer) {
        return dimension.isBySprint()
                ? SprintColumns.order(answer::column, descending).stream()
                : Stream.of(new Order(dimension(dimension, answer), descending));
    }

    private static Expr dimension(ResolvedDimension dimension, Draft answer) {
        Expr column = answer.column(dimension.name());
        ColumnType type = dimension.definition().type();
        return type == ColumnType.TEXT || type == ColumnType.TEXT_LIST
                ? Terms.call(Expr.Function.BINARY_ORDER, column)
                : column;
    }
}
