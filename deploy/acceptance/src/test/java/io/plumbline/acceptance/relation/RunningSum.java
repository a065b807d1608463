package io.plumbline.acceptance.relation;

import static io.plumbline.acceptance.relation.Question.COLUMN;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Sums of stretches of a plain series. */
record RunningSum(List<Map<String, Object>> series) {
    /** @param begins the first period of the window of a period */
    List<String> violations(List<Map<String, Object>> rows, ObjectNode spec, UnaryOperator<LocalDate> begins) {
        List<String> wrong = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            double sum = between(begins.apply(day(row)), day(row));
            if (!Same.is(sum, Same.number(row, COLUMN))) {
                wrong.add("%s should be %s: %s".formatted(row, sum, spec));
            }
        }
        return wrong;
    }

    private double between(LocalDate first, LocalDate last) {
        return Same.sum(
                series.stream()
                        .filter(r -> !day(r).isBefore(first) && !day(r).isAfter(last))
                        .toList(),
                COLUMN);
    }

    private static LocalDate day(Map<String, Object> row) {
        return LocalDate.parse((String) row.get("metric_time"));
    }
}
