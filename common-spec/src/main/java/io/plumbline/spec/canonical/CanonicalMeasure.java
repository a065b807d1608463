package io.plumbline.spec.canonical;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.Measure;

/** One measure in canonical form. */
final class CanonicalMeasure {
    private CanonicalMeasure() {}

    static Measure of(Measure measure) {
        Aggregation agg = measure.agg() == Aggregation.MEDIAN ? Aggregation.P50 : measure.agg();
        String as = measure.column().equals(measure.bareName()) ? null : measure.as();
        return new Measure(
                measure.name(),
                agg,
                as,
                measure.params(),
                measure.window(),
                measure.per(),
                measure.show(),
                Boolean.TRUE.equals(measure.n()) ? Boolean.TRUE : null,
                measure.minN());
    }
}
