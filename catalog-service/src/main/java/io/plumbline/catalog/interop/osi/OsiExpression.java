package io.plumbline.catalog.interop.osi;

import io.plumbline.catalog.interop.told.AggregateWords;
import io.plumbline.catalog.interop.told.Shape;
import io.plumbline.catalog.interop.told.Shapes;
import io.plumbline.catalog.interop.told.SqlText;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.catalog.Computation.Derived.Input;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A metric as one SQL expression over fields of datasets. What it is made of stands in it, since metrics have no names there. */
final class OsiExpression {
    /** Those of ours that SQL can say. */
    static final Set<Aggregation> KNOWN = EnumSet.complementOf(EnumSet.of(Aggregation.LAST));

    private final Shapes shapes;

    OsiExpression(Shapes shapes) {
        this.shapes = shapes;
    }

    /** The expression; empty where the metric can't be told. */
    Optional<String> of(MetricDefinition metric) {
        return switch (shapes.of(metric)) {
            case Shape.Aggregate it -> Optional.of(aggregate(it));
            case Shape.Quotient it ->
                Optional.of("1.0 * %s / nullif(%s, 0)".formatted(newest(it.numerator()), newest(it.denominator())));
            case Shape.Formula it -> Optional.of(formula(it));
            case Shape.Untold _ -> Optional.empty();
        };
    }

    private String formula(Shape.Formula formula) {
        Map<String, String> parts =
                formula.inputs().stream().collect(Collectors.toMap(Input::name, input -> newest(input.metric())));
        return SqlText.of(formula.expression(), parts::get);
    }

    private String newest(String name) {
        MetricDefinition metric = shapes.newest(name).orElseThrow();
        String expression = of(metric).orElseThrow();
        return shapes.of(metric) instanceof Shape.Aggregate ? expression : "(" + expression + ")";
    }

    private static String aggregate(Shape.Aggregate it) {
        String value = SqlText.of(it, column -> it.entity() + "." + column);
        return AggregateWords.fraction(it.aggregation())
                .map(fraction -> "percentile_cont(%s) within group (order by %s)".formatted(fraction, value))
                .orElseGet(() -> switch (it.aggregation()) {
                    case COUNT_DISTINCT -> "count(distinct %s)".formatted(value);
                    case MEDIAN -> "percentile_cont(0.5) within group (order by %s)".formatted(value);
                    case STDDEV -> "stddev_samp(%s)".formatted(value);
                    case COUNT, SUM, AVG, MIN, MAX, P25, P50, P75, P85, P90, P95, LAST ->
                        "%s(%s)".formatted(it.aggregation().wireName(), value);
                });
    }
}
