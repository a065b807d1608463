package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.query.compiler.index.Reach;
import io.plumbline.query.compiler.sql.SqlQuery;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Measure;
import io.plumbline.spec.TimeRange;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.result.ResultColumn;
import io.plumbline.spec.result.ResultType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every version of every metric of the catalog on a real database, in all the ways in which it can be asked for. */
class CatalogContractTest {
    private static final TimeRange RANGE =
            new TimeRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 9, 1), null, ZoneId.of("Europe/Prague"), null);

    static Stream<MetricDefinition> metrics() {
        return Compiling.CATALOG.metrics().stream();
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void runsWithEachAggregationAndGranularity(MetricDefinition metric) {
        List<Measure> measures = metric.computation().aggregations().stream()
                .map(aggregation -> measure(metric, aggregation))
                .toList();
        assertThat(run(spec(measures, List.of(), null))).hasSize(1);
        assertThat(run(spec(measures, List.of(), RANGE))).hasSize(1);
        for (Granularity granularity : Compiling.PERIODS) {
            Dimension time = new Dimension(Dimension.METRIC_TIME, granularity);
            assertThat(run(spec(measures, List.of(time), RANGE))).hasSize(periods(granularity));
            assertThat(run(spec(measures, List.of(time), null))).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void runsBySprint(MetricDefinition metric) {
        List<Dimension> sprint = List.of(new Dimension(Dimension.METRIC_TIME, Granularity.SPRINT));
        List<Measure> measures = metric.computation().aggregations().stream()
                .map(aggregation -> measure(metric, aggregation))
                .toList();
        assertThat(run(spec(measures, sprint, RANGE))).hasSize(13);
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void runsByEachDimensionThatItReaches(MetricDefinition metric) {
        Reach reach = new Reach(new CatalogIndex(Compiling.CATALOG));
        for (DimensionDefinition dimension : Compiling.CATALOG.dimensions()) {
            if (reach.reaches(metric, dimension)) {
                AnalyticsSpec spec =
                        spec(List.of(measure(metric, null)), List.of(Dimension.of(dimension.name())), RANGE);
                assertThat(run(spec)).as(dimension.name()).isNotEmpty();
            }
        }
    }

    @Property(tries = 150)
    void runsWhateverFitsTogether(@ForAll("specs") AnalyticsSpec spec) {
        run(spec);
    }

    @Provide
    Arbitrary<AnalyticsSpec> specs() {
        return SpecGenerator.specs(Compiling.CATALOG);
    }

    private static Measure measure(MetricDefinition metric, Aggregation aggregation) {
        String column = aggregation == null ? "value" : aggregation.wireName();
        return new Measure(metric.name() + "@" + metric.majorVersion(), aggregation, column, null);
    }

    private static AnalyticsSpec spec(List<Measure> measures, List<Dimension> dimensions, TimeRange time) {
        return new AnalyticsSpec(null, measures, dimensions, List.of(), time, List.of(), null, null);
    }

    private static int periods(Granularity granularity) {
        return switch (granularity) {
            case DAY -> 243;
            case WEEK -> 36;
            case MONTH -> 8;
            case QUARTER -> 3;
            case YEAR -> 1;
            case SPRINT -> throw new IllegalArgumentException("no calendar period");
        };
    }

    /** Runs the statement and its warnings; each value has the type that its column tells, and none is the rival's. */
    private static List<List<Object>> run(AnalyticsSpec spec) {
        Compiled.Query query = Compiling.query(spec);
        List<List<Object>> rows = rows(query.rows());
        for (WarningQuery warning : query.warnings()) {
            assertThat(warning.sentences().from(rows(warning.query()))).noneMatch(text -> text.contains("CANARY"));
        }
        return rows;
    }

    private static List<List<Object>> rows(SqlQuery query) {
        List<List<Object>> rows = Warehouse.run(Warehouse.TENANT, query.text(), query.binds());
        for (List<Object> row : rows) {
            assertThat(row).hasSameSizeAs(query.columns());
            for (int i = 0; i < row.size(); i++) {
                ResultColumn column = query.columns().get(i);
                assertThat(row.get(i) == null || type(column.type()).isInstance(row.get(i)))
                        .as(column + " is " + row.get(i))
                        .isTrue();
                assertThat(String.valueOf(row.get(i))).doesNotContain("CANARY");
                if (isNumber(column)) {
                    assertThat(reasons(row, query, column.name()))
                            .as(column + " of " + row + " in " + query.text())
                            .hasSize(row.get(i) == null ? 1 : 0)
                            .isSubsetOf("no_data", "not_applicable", "insufficient_n");
                }
            }
        }
        return rows;
    }

    private static boolean isNumber(ResultColumn column) {
        return column.type() == ResultType.INTEGER || column.type() == ResultType.DECIMAL;
    }

    /** Why the row has no number in the column. */
    private static List<Object> reasons(List<Object> row, SqlQuery query, String column) {
        return IntStream.range(0, row.size())
                .filter(i -> query.columns().get(i).equals(new ResultColumn(column, ResultType.WHY)))
                .mapToObj(row::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Class<?> type(ResultType type) {
        return switch (type) {
            case TEXT, PARTS, WHY -> String.class;
            case BOOLEAN -> Boolean.class;
            case INTEGER -> Long.class;
            case DECIMAL -> Double.class;
            case DATE -> LocalDate.class;
            case INSTANT -> throw new IllegalArgumentException("no column of an answer");
        };
    }
}
