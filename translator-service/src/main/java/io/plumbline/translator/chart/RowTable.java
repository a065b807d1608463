package io.plumbline.translator.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows as a grid of texts. */
final class RowTable {
    private static final String ROW = "row_number";
    private static final String COLUMN = "column";
    private static final String CELL = "cell";

    private RowTable() {}

    static Map<String, Object> of(List<String> columns) {
        var top = new LinkedHashMap<String, Object>(Map.of("field", COLUMN, "type", "nominal", "title", ""));
        top.put("sort", columns);
        top.put("axis", Map.of("orient", "top", "labelAngle", 0));
        var side = new LinkedHashMap<String, Object>(Map.of("field", ROW, "type", "ordinal"));
        side.put("axis", null);
        return Map.of(
                "transform",
                        List.of(
                                Map.of("window", List.of(Map.of("op", "row_number", "as", ROW))),
                                Map.of("fold", columns, "as", List.of(COLUMN, CELL))),
                "mark", "text",
                "encoding", Map.of("x", top, "y", side, "text", Map.of("field", CELL)));
    }
}
