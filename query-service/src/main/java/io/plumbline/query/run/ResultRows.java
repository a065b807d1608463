package io.plumbline.query.run;

import io.plumbline.spec.result.ResultColumn;
import io.vertx.mutiny.sqlclient.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of an answer.
 *
 * @param rows each with its columns in order, null where there is no value
 * @param emptiness why, for each number that is null
 * @param total the number of rows before the limit
 */
public record ResultRows(List<Map<String, Object>> rows, List<Answer.Emptiness> emptiness, long total) {

    /** The last column is the total, the same in each row; without rows it is 0. */
    static ResultRows of(List<ResultColumn> columns, List<Row> rows) {
        List<ResultColumn> read = columns.subList(0, columns.size() - 1);
        long total = rows.isEmpty() ? 0 : rows.getFirst().getLong(columns.size() - 1);
        List<Map<String, Object>> named = new ArrayList<>(rows.size());
        List<Answer.Emptiness> emptiness = new ArrayList<>();
        for (Row row : rows) {
            List<Object> values = RowValues.of(row, read);
            emptiness.addAll(emptiness(named.size(), values, read));
            named.add(named(values, read));
        }
        return new ResultRows(named, emptiness, total);
    }

    private static Map<String, Object> named(List<Object> values, List<ResultColumn> columns) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isShown()) {
                named.put(columns.get(i).name(), values.get(i));
            }
        }
        return named;
    }

    private static List<Answer.Emptiness> emptiness(int row, List<Object> values, List<ResultColumn> columns) {
        List<Answer.Emptiness> emptiness = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isShown() && values.get(i) instanceof String reason) {
                emptiness.add(new Answer.Emptiness(row, columns.get(i).name(), reason));
            }
        }
        return emptiness;
    }
}
