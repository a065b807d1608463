package io.plumbline.acceptance.oracle.answer;

import io.plumbline.acceptance.oracle.metric.Cell;
import io.plumbline.acceptance.oracle.query.Ask;
import io.plumbline.acceptance.oracle.query.Query;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts places where measures show them: 1, 2, 2, 4 among the rows that agree on some dimensions. */
record Places(Query query) {
    void write(List<Map<String, Object>> rows) {
        query.asks().stream().filter(a -> a.show() != null && !a.show().share()).forEach(a -> write(a, rows));
    }

    private void write(Ask ask, List<Map<String, Object>> rows) {
        Function<Map<String, Object>, List<String>> group = row -> ask.show().within().stream()
                .map(f ->
                        Objects.toString(row.get(f.equals("metric_time") && query.isBySprint() ? RowOrder.SPRINT : f)))
                .toList();
        Map<List<String>, List<Double>> numbers = rows.stream()
                .filter(r -> r.get(ask.column()) != null)
                .collect(Collectors.groupingBy(
                        group, Collectors.mapping(r -> (Double) r.get(ask.column()), Collectors.toList())));
        for (Map<String, Object> row : rows) {
            Double number = (Double) row.get(ask.column());
            if (number == null) {
                row.computeIfPresent(
                        ask.column() + Measured.WHY,
                        (column, why) -> why.equals(Cell.INSUFFICIENT) ? why : Cell.NOT_APPLICABLE);
            } else {
                row.put(
                        ask.column(),
                        place(number, numbers.get(group.apply(row)), ask.show().ascending()));
            }
        }
    }

    private static double place(double number, List<Double> others, boolean ascending) {
        return 1.0
                + others.stream()
                        .filter(o -> !RowOrder.isSame(o, number) && (ascending ? o < number : o > number))
                        .count();
    }
}
