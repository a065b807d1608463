package io.plumbline.translator.chart;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses a chart by the shape of a spec: a line over time, bars for one or two dimensions, one big number where there is
 * but one, else a table. The rows stand in it.
 */
public final class FittingChart {
    private static final String SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";
    private static final int DRAWABLE_DIMENSIONS = 2;

    private FittingChart() {}

    /** The Vega-Lite specification. */
    public static Map<String, Object> of(AnalyticsSpec spec, JsonNode rows, String title) {
        var chart = new LinkedHashMap<String, Object>();
        chart.put("$schema", SCHEMA);
        chart.put("description", title);
        chart.put("data", Map.of("values", rows));
        chart.putAll(drawing(spec));
        return chart;
    }

    private static Map<String, Object> drawing(AnalyticsSpec spec) {
        var measures = spec.measures().stream().map(Measure::column).toList();
        var periods = spec.dimensions().stream()
                .filter(d -> d.granularity() != null)
                .map(Dimension::field)
                .toList();
        var groups = spec.dimensions().stream()
                .filter(d -> d.granularity() == null)
                .map(Dimension::field)
                .toList();
        boolean overTime = !periods.isEmpty() && periods.contains(Dimension.METRIC_TIME);
        if (spec.dimensions().isEmpty()) {
            return measures.size() == 1 ? BigNumber.of(measures.getFirst()) : RowTable.of(measures);
        }
        if (overTime && groups.size() < DRAWABLE_DIMENSIONS) {
            return Axes.line(Dimension.METRIC_TIME, groups, measures);
        }
        return groups.isEmpty() || groups.size() > DRAWABLE_DIMENSIONS
                ? RowTable.of(columns(spec, measures))
                : Axes.bar(groups, measures);
    }

    private static List<String> columns(AnalyticsSpec spec, List<String> measures) {
        var columns =
                new ArrayList<>(spec.dimensions().stream().map(Dimension::field).toList());
        columns.addAll(measures);
        return columns;
    }
}
