package io.plumbline.query.compiler;

import static io.plumbline.query.compiler.Drilling.number;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came back of what is behind a cell.
 *
 * @param sumOrNull null where nothing was summed
 */
record Opening(List<String> columns, List<List<Object>> rows, long total, Double sumOrNull, List<String> notes) {
    double sum() {
        return sumOrNull == null ? 0 : sumOrNull;
    }

    List<Double> values() {
        int place = columns.indexOf("value");
        return rows.stream()
                .map(row -> number(row.get(place)))
                .filter(value -> value != null)
                .toList();
    }

    /** The values of the rows of each group. */
    Collection<List<Double>> groups(String group) {
        int place = columns.indexOf(group);
        int value = columns.indexOf("value");
        Map<Object, List<Double>> groups = new HashMap<>();
        for (List<Object> row : rows) {
            List<Double> values = groups.computeIfAbsent(row.get(place), _ -> new ArrayList<>());
            Optional.ofNullable(number(row.get(value))).ifPresent(values::add);
        }
        return groups.values();
    }

    List<List<Object>> of(String... names) {
        return rows.stream()
                .map(row -> {
                    List<Object> values = new ArrayList<>();
                    for (String name : names) {
                        values.add(row.get(columns.indexOf(name)));
                    }
                    return values;
                })
                .toList();
    }
}
