package io.plumbline.catalog.interop.told;

import io.plumbline.spec.Aggregation;
import java.util.Map;
import java.util.Optional;

/** The aggregations that other layers have, and the fraction of each percentile. */
public final class AggregateWords {
    private static final Map<Aggregation, String> FRACTIONS = Map.of(
            Aggregation.P25, "0.25",
            Aggregation.P50, "0.5",
            Aggregation.P75, "0.75",
            Aggregation.P85, "0.85",
            Aggregation.P90, "0.9",
            Aggregation.P95, "0.95");

    private AggregateWords() {}

    /** The fraction as SQL writes it; empty where it is no percentile by number. */
    public static Optional<String> fraction(Aggregation aggregation) {
        return Optional.ofNullable(FRACTIONS.get(aggregation));
    }

    /** The percentile of that fraction; empty where there is none. */
    public static Optional<Aggregation> percentile(double fraction) {
        return FRACTIONS.entrySet().stream()
                .filter(entry -> Double.parseDouble(entry.getValue()) == fraction)
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
