package io.plumbline.query.compiler.validate;

import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Granularity;
import java.util.Objects;
import java.util.stream.Stream;

/** The period of a time dimension: as named, as the time range says for metric_time, else a day. */
final class Granularities {
    private Granularities() {}

    static Granularity of(AnalyticsSpec spec, String field) {
        return Stream.concat(named(spec, field), implied(spec, field))
                .findFirst()
                .orElse(Granularity.DAY);
    }

    private static Stream<Granularity> named(AnalyticsSpec spec, String field) {
        return spec.dimensions().stream()
                .filter(dimension -> dimension.field().equals(field))
                .map(Dimension::granularity)
                .filter(Objects::nonNull);
    }

    private static Stream<Granularity> implied(AnalyticsSpec spec, String field) {
        return field.equals(Dimension.METRIC_TIME) && spec.time() != null
                ? Stream.ofNullable(spec.time().granularity())
                : Stream.empty();
    }
}
