package io.plumbline.spec.canonical;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.Measure;
import io.plumbline.spec.Rollup;
import io.plumbline.spec.Show;
import io.plumbline.spec.Sort;
import java.util.Comparator;
import java.util.Objects;

/** One measure in canonical form. */
final class CanonicalMeasure {
    private CanonicalMeasure() {}

    static Measure of(Measure measure) {
        String as = measure.column().equals(measure.bareName()) ? null : measure.as();
        return new Measure(
                measure.name(),
                aggregation(measure.agg()),
                as,
                measure.params(),
                measure.window(),
                measure.per() == null ? null : per(measure.per()),
                measure.show() == null ? null : show(measure.show()),
                Boolean.TRUE.equals(measure.n()) ? Boolean.TRUE : null,
                measure.minN());
    }

    private static Rollup per(Rollup per) {
        return new Rollup(
                per.dimensions().stream()
                        .map(CanonicalDimension::of)
                        .distinct()
                        .sorted(Comparator.comparing(CanonicalJson::write))
                        .toList(),
                aggregation(Objects.requireNonNullElse(per.agg(), Aggregation.AVG)));
    }

    private static Show show(Show show) {
        return new Show(
                show.type(),
                show.within().stream().distinct().sorted().toList(),
                show.type() == Show.Type.RANK ? Objects.requireNonNullElse(show.dir(), Sort.Direction.DESC) : null);
    }

    private static Aggregation aggregation(Aggregation agg) {
        return agg == Aggregation.MEDIAN ? Aggregation.P50 : agg;
    }
}
