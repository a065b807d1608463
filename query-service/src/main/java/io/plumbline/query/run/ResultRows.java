package io.plumbline.query.run;

import io.plumbline.query.compiler.plan.ResultColumn;
import io.vertx.mutiny.sqlclient.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of an answer.
 *
 * @param rows each with its columns in order, null where there is no value
 * @param total the number of rows before the limit
 */
public record ResultRows(List<Map<String, Object>> rows, long total) {

    /** The last column is the total, the same in each row; without rows it is 0. */
    static ResultRows of(List<ResultColumn> columns, List<Row> rows) {
        List<ResultColumn> shown = columns.subList(0, columns.size() - 1);
        long total = rows.isEmpty() ? 0 : rows.getFirst().getLong(columns.size() - 1);
        return new ResultRows(rows.stream().map(row -> named(row, shown)).toList(), total);
    }

    private static Map<String, Object> named(Row row, List<ResultColumn> columns) {
        List<Object> values = RowValues.of(row, columns);
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            named.put(columns.get(i).name(), values.get(i));
        }
        return named;
    }
}
