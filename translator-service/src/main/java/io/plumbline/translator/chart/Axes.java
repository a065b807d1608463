package io.plumbline.translator.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Charts with two axes. Several measures become one column of values and one of their names. */
final class Axes {
    private static final String NAME = "measure";
    private static final String VALUE = "value";

    private Axes() {}

    static Map<String, Object> line(String time, List<String> groups, List<String> measures) {
        var encoding = new LinkedHashMap<String, Object>();
        encoding.put("x", Map.of("field", time, "type", "temporal", "title", ""));
        return drawing(Map.of("type", "line", "point", true), encoding, groups, measures);
    }

    static Map<String, Object> bar(List<String> groups, List<String> measures) {
        var encoding = new LinkedHashMap<String, Object>();
        // The order of the rows is the order that was asked for.
        var axis = new LinkedHashMap<String, Object>(Map.of("field", groups.getFirst(), "type", "nominal"));
        axis.put("sort", null);
        encoding.put("x", axis);
        return drawing(Map.of("type", "bar"), encoding, groups.subList(1, groups.size()), measures);
    }

    private static Map<String, Object> drawing(
            Map<String, Object> mark, Map<String, Object> encoding, List<String> colours, List<String> measures) {
        boolean several = measures.size() > 1;
        var chart = new LinkedHashMap<String, Object>();
        if (several) {
            chart.put("transform", List.of(Map.of("fold", measures, "as", List.of(NAME, VALUE))));
        }
        chart.put("mark", mark);
        encoding.put("y", Map.of("field", several ? VALUE : measures.getFirst(), "type", "quantitative"));
        if (!colours.isEmpty()) {
            encoding.put("color", Map.of("field", colours.getFirst(), "type", "nominal"));
        }
        if (several) {
            encoding.put(colours.isEmpty() ? "color" : "row", Map.of("field", NAME, "type", "nominal"));
        }
        if ((several || !colours.isEmpty()) && "bar".equals(mark.get("type"))) {
            encoding.put("xOffset", Map.of("field", colours.isEmpty() ? NAME : colours.getFirst()));
        }
        chart.put("encoding", encoding);
        return chart;
    }
}
