package io.plumbline.spec.read;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Rollup;
import io.plumbline.spec.SpecLimits;
import java.util.List;
import java.util.Optional;

/** {@code {dimensions, agg}}: the second stage of a measure. */
final class RollupShape {
    private static final List<String> MEMBERS = List.of("dimensions", "agg");
    private static final List<String> AGGREGATIONS = Texts.wireNames(
            new Aggregation[] {
                Aggregation.AVG,
                Aggregation.SUM,
                Aggregation.MIN,
                Aggregation.MAX,
                Aggregation.MEDIAN,
                Aggregation.P25,
                Aggregation.P50,
                Aggregation.P75,
                Aggregation.P85,
                Aggregation.P90,
                Aggregation.P95,
                Aggregation.STDDEV
            },
            Aggregation::wireName);

    private RollupShape() {}

    static Optional<Rollup> read(Place place) {
        return place.object(MEMBERS).flatMap(RollupShape::members);
    }

    private static Optional<Rollup> members(Place place) {
        Place list = place.member("dimensions");
        if (list.isAbsent()) {
            return list.missing();
        }
        if (list.value().isArray() && list.value().isEmpty()) {
            list.fault(FaultCodes.EMPTY, "At least one dimension is needed, for example \"board\".");
        }
        List<Dimension> dimensions = list.distinctItems(SpecLimits.DIMENSIONS, DimensionShape::read);
        Place agg = place.member("agg");
        Aggregation aggregation = agg.isAbsent()
                ? null
                : Texts.oneOf(agg, AGGREGATIONS).flatMap(Aggregation::find).orElse(null);
        return dimensions.isEmpty() ? Optional.empty() : Optional.of(new Rollup(dimensions, aggregation));
    }
}
