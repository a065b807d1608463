package io.plumbline.query.compiler.validate;

import io.plumbline.query.compiler.index.SprintColumn;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Measure;
import io.plumbline.spec.catalog.ColumnType;
import io.plumbline.spec.catalog.Computation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The columns that the answer will have. */
record Columns(Subject subject) {

    /** Those to sort by. */
    Stream<String> sortable() {
        return Stream.of(dimensions(), ofSprints(), numbers()).flatMap(Function.identity());
    }

    /** Those that an answer by sprint has beside the day. */
    Stream<String> ofSprints() {
        return metricTime().filter(Granularity.SPRINT::equals).stream()
                .flatMap(_ -> Stream.of(SprintColumn.values()))
                .map(SprintColumn::column);
    }

    /** Those that hold numbers. */
    Stream<String> numbers() {
        return subject.spec().measures().stream().flatMap(this::figures);
    }

    /** What a filter of that name tests, if there is such a thing. */
    Optional<FilterField> field(String name) {
        return subject.dimension(name)
                .map(FilterField::of)
                .or(() -> numbers().filter(name::equals).findFirst().map(FilterField::ofNumber));
    }

    /** The columns of one measure. */
    Stream<String> of(Measure measure) {
        boolean scored = measure.per() == null
                && subject.metric(measure)
                        .filter(metric -> metric.computation() instanceof Computation.Composite)
                        .isPresent();
        Stream<String> figures = figures(measure);
        return scored ? Stream.concat(figures, Stream.of(measure.column() + "__parts")) : figures;
    }

    /** The dimensions, with the one that the time range adds. */
    Stream<String> dimensions() {
        List<String> named =
                subject.spec().dimensions().stream().map(Dimension::field).toList();
        return addsMetricTime() ? Stream.concat(named.stream(), Stream.of(Dimension.METRIC_TIME)) : named.stream();
    }

    /** The period of {@code metric_time}; empty where the answer has none. */
    Optional<Granularity> metricTime() {
        if (dimensions().noneMatch(Dimension.METRIC_TIME::equals)) {
            return Optional.empty();
        }
        Granularity asked =
                subject.spec().time() == null ? null : subject.spec().time().granularity();
        return subject.spec().dimensions().stream()
                .filter(dimension -> dimension.field().equals(Dimension.METRIC_TIME))
                .map(Dimension::granularity)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> Optional.of(asked == null ? Granularity.DAY : asked));
    }

    private Stream<String> figures(Measure measure) {
        String column = measure.column();
        Stream<String> figures = subject.compares()
                ? Stream.of(column, column + "__previous", column + "__delta", column + "__delta_pct")
                : Stream.of(column);
        return Boolean.TRUE.equals(measure.n()) ? Stream.concat(figures, Stream.of(column + "__n")) : figures;
    }

    private boolean addsMetricTime() {
        return subject.spec().time() != null
                && subject.spec().time().granularity() != null
                && subject.spec().dimensions().stream()
                        .flatMap(dimension -> subject.dimension(dimension.field()).stream())
                        .noneMatch(dimension -> dimension.type() == ColumnType.TIME);
    }
}
