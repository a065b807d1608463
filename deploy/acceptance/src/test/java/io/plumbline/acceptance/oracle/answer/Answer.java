package io.plumbline.acceptance.oracle.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of an answer in their order.
 *
 * @param rows values are null, texts, booleans, doubles, or maps of a composite's parts
 * @param reasons for each row, why each of its missing numbers is missing, by column
 * @param total the number of rows before the limit
 */
public record Answer(List<Map<String, Object>> rows, List<Map<String, String>> reasons, int total) {
    /** Takes what is no column out of the rows. */
    static Answer of(List<Map<String, Object>> written, int total) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Map<String, String>> reasons = new ArrayList<>();
        for (Map<String, Object> one : written) {
            Map<String, Object> row = new LinkedHashMap<>();
            Map<String, String> whys = new LinkedHashMap<>();
            one.forEach((column, value) -> {
                if (column.endsWith(Measured.WHY)) {
                    whys.put(column.substring(0, column.length() - Measured.WHY.length()), (String) value);
                } else if (!column.equals(RowOrder.SPRINT)) {
                    row.put(column, value);
                }
            });
            rows.add(row);
            reasons.add(whys);
        }
        return new Answer(rows, reasons, total);
    }

    /** The rows with their reasons beside them, by column and a word more. */
    public List<Map<String, Object>> explained() {
        return explained(rows, reasons);
    }

    /** The same of other rows. */
    public static List<Map<String, Object>> explained(
            List<Map<String, Object>> rows, List<Map<String, String>> reasons) {
        List<Map<String, Object>> explained = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> row = new LinkedHashMap<>(rows.get(i));
            reasons.get(i).forEach((column, why) -> row.put(column + Measured.WHY, why));
            explained.add(row);
        }
        return explained;
    }
}
