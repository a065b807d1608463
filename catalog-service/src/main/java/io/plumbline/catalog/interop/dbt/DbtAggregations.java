package io.plumbline.catalog.interop.dbt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.catalog.interop.told.AggregateWords;
import io.plumbline.spec.Aggregation;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The aggregations of measures there and here. */
final class DbtAggregations {
    /** Those of ours that a measure can have. */
    static final Set<Aggregation> KNOWN = EnumSet.complementOf(EnumSet.of(Aggregation.STDDEV, Aggregation.LAST));
    /** A count of the rows for which the expression is true. */
    static final String SUM_BOOLEAN = "sum_boolean";
    /** What a measure to import can have. */
    static final List<String> NAMES =
            List.of("count", "count_distinct", "sum", SUM_BOOLEAN, "average", "min", "max", "median", "percentile");

    private static final String PERCENTILE = "percentile";

    private DbtAggregations() {}

    static void write(Aggregation aggregation, ObjectNode measure) {
        Optional<String> fraction = AggregateWords.fraction(aggregation);
        measure.put("agg", fraction.isPresent() ? PERCENTILE : name(aggregation));
        fraction.ifPresent(it -> measure.putObject("agg_params")
                .put(PERCENTILE, new BigDecimal(it))
                .put("use_discrete_percentile", false)
                .put("use_approximate_percentile", false));
    }

    /** Ours; empty where we have none such, and for {@code sum_boolean}, which is a count. */
    static Optional<Aggregation> read(String name, JsonNode parameters) {
        return switch (name) {
            case "average" -> Optional.of(Aggregation.AVG);
            case "count", "count_distinct", "sum", "min", "max", "median" -> Aggregation.find(name);
            case PERCENTILE ->
                parameters.path("use_discrete_percentile").asBoolean()
                        ? Optional.empty()
                        : AggregateWords.percentile(parameters.path(PERCENTILE).asDouble(-1));
            default -> Optional.empty();
        };
    }

    private static String name(Aggregation aggregation) {
        return aggregation == Aggregation.AVG ? "average" : aggregation.wireName();
    }
}
