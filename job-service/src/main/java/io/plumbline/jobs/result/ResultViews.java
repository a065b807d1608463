package io.plumbline.jobs.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.spec.result.ResultColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows rows as objects, and why numbers of them are missing. */
final class ResultViews {
    private ResultViews() {}

    static ResultView of(Result result, PageRequest page, List<List<Object>> rows) {
        List<ResultColumn> columns = result.columns();
        ObjectNode meta = result.meta().deepCopy();
        meta.set("result_hash", result.about().at("/end/result_hash"));
        ArrayNode emptiness = meta.arrayNode();
        List<Map<String, Object>> shown = new ArrayList<>(rows.size());
        for (List<Object> row : rows) {
            shown.add(shown(columns, row));
            explain(columns, row, shown.size() - 1, emptiness);
        }
        if (!emptiness.isEmpty()) {
            meta.set("emptiness", emptiness);
        }
        return new ResultView(
                true,
                new ResultView.Data(shown, result.total()),
                meta,
                new ResultView.Page(page.page(), page.size(), page.pagesOf(result), result.rows()));
    }

    private static Map<String, Object> shown(List<ResultColumn> columns, List<Object> row) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isShown()) {
                shown.put(columns.get(i).name(), row.get(i));
            }
        }
        return shown;
    }

    private static void explain(List<ResultColumn> columns, List<Object> row, int number, ArrayNode emptiness) {
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isShown() && row.get(i) != null) {
                emptiness
                        .addObject()
                        .put("row", number)
                        .put("column", columns.get(i).name())
                        .put("reason", row.get(i).toString());
            }
        }
    }
}
