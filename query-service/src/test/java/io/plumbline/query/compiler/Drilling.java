package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.query.compiler.drill.DrillRequest;
import io.plumbline.query.compiler.index.SprintColumn;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.problem.FieldError;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Opens what is behind a cell on a real database. */
final class Drilling {
    private static final QueryCompiler COMPILER = new QueryCompiler();

    private Drilling() {}

    static Opening open(String spec, Map<String, Object> row, String measure, String part) {
        return open(Compiling.spec(spec), new DrillRequest(row, measure, part, 1_000, 0));
    }

    static Opening open(AnalyticsSpec spec, DrillRequest request) {
        Opened opened = opened(spec, request);
        assertThat(opened).isInstanceOf(Opened.Query.class);
        var query = (Opened.Query) opened;
        List<List<Object>> rows = Warehouse.run(
                Warehouse.TENANT, query.page().text(), query.page().binds());
        List<List<Object>> totals = Warehouse.run(
                Warehouse.TENANT, query.totals().text(), query.totals().binds());
        int width = query.page().columns().size() - 2;
        rows.forEach(row -> assertThat(row.subList(width, width + 2)).isEqualTo(totals.getFirst()));
        return new Opening(
                query.page().columns().subList(0, width).stream()
                        .map(column -> column.name())
                        .toList(),
                rows.stream().map(row -> row.subList(0, width)).toList(),
                (Long) totals.getFirst().get(1),
                (Double) totals.getFirst().getFirst(),
                query.notes());
    }

    static List<FieldError> faults(String spec, Map<String, Object> row, String measure, String part) {
        return switch (opened(Compiling.spec(spec), new DrillRequest(row, measure, part, 10, 0))) {
            case Opened.Rejected rejected -> rejected.errors();
            case Opened.Query _ -> List.of();
        };
    }

    static List<String> codes(String spec, Map<String, Object> row, String measure, String part) {
        return faults(spec, row, measure, part).stream().map(FieldError::code).toList();
    }

    static Opened opened(AnalyticsSpec spec, DrillRequest request) {
        return COMPILER.open(spec, request, Compiling.CATALOG, Compiling.NOW, Warehouse.TENANT);
    }

    static Map<String, Object> dimensions(Compiled.Query query, List<Object> row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            String name = query.rows().columns().get(i).name();
            if (SprintColumn.find(name).isPresent()
                    || Compiling.CATALOG.dimensions().stream()
                            .anyMatch(any -> any.name().equals(name))) {
                values.put(name, row.get(i) instanceof LocalDate day ? day.toString() : row.get(i));
            }
        }
        return values;
    }

    static Object value(Compiled.Query query, List<Object> row, String column) {
        return row.get(IntStream.range(0, row.size())
                .filter(i -> query.rows().columns().get(i).name().equals(column))
                .findFirst()
                .orElseThrow());
    }

    static Double number(Object value) {
        return value == null ? null : ((Number) value).doubleValue();
    }
}
