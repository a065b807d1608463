package io.plumbline.spec.read;

import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Chart;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Filter;
import io.plumbline.spec.Measure;
import io.plumbline.spec.Sort;
import io.plumbline.spec.SpecLimits;
import io.plumbline.spec.TimeRange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The whole spec: its members in order, then what holds between them. */
final class SpecShape {
    static final String DATASOURCE = "warehouse";
    private static final Set<String> MEMBERS =
            new TreeSet<>(List.of("datasource", "measures", "dimensions", "filters", "time", "sort", "limit", "chart"));

    private final int mostRows;

    SpecShape(int mostRows) {
        this.mostRows = mostRows;
    }

    /** The spec as far as it could be read; right only where no fault was noted. */
    AnalyticsSpec read(Place root) {
        return root.object(MEMBERS).map(this::members).orElse(null);
    }

    private AnalyticsSpec members(Place root) {
        String datasource = optional(root.member("datasource"), place -> Texts.oneOf(place, List.of(DATASOURCE)));
        List<Measure> measures = measures(root.member("measures"));
        List<Dimension> dimensions = list(root.member("dimensions"), SpecLimits.DIMENSIONS, DimensionShape::read);
        List<Filter> filters = FilterShape.readAll(root.member("filters"));
        TimeRange time = optional(root.member("time"), TimeShape::read);
        AnswerColumns columns = AnswerColumns.of(root);
        List<Sort> sort = SortShape.read(root.member("sort"), columns);
        Integer limit = optional(root.member("limit"), this::limit);
        Chart chart = optional(root.member("chart"), place -> ChartShape.read(place, columns));
        return new AnalyticsSpec(datasource, measures, dimensions, filters, time, sort, limit, chart);
    }

    private static List<Measure> measures(Place place) {
        if (place.isAbsent()) {
            place.missing();
            return List.of();
        }
        if (place.value().isArray() && place.value().isEmpty()) {
            place.fault(FaultCodes.EMPTY, "At least one measure is needed, for example {\"name\": \"velocity\"}.");
        }
        return list(place, SpecLimits.MEASURES, MeasureShape::read);
    }

    private Optional<Integer> limit(Place place) {
        return place.wholeNumber()
                .filter(rows -> {
                    boolean within = rows.signum() > 0 && rows.compareTo(BigDecimal.valueOf(mostRows)) <= 0;
                    if (!within) {
                        place.fault(
                                FaultCodes.OUT_OF_RANGE,
                                "The limit is 1 to %d rows here%s.".formatted(mostRows, jobs()));
                    }
                    return within;
                })
                .map(BigDecimal::intValueExact);
    }

    private String jobs() {
        return mostRows < SpecLimits.JOB_ROWS ? "; a job gives up to %d".formatted(SpecLimits.JOB_ROWS) : "";
    }

    private static <T> List<T> list(Place place, int most, Function<Place, Optional<T>> item) {
        return place.items(most).stream().map(item).flatMap(Optional::stream).toList();
    }

    private static <T> T optional(Place place, Function<Place, Optional<T>> reading) {
        return place.isAbsent() ? null : reading.apply(place).orElse(null);
    }
}
