package io.plumbline.acceptance.fuzz;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import java.util.List;

/** Right measures: with aggregation, parameters, window, second stage, share or rank, and counts of values. */
final class Measures {
    private static final List<String> ROLLUPS =
            List.of("avg", "min", "max", "median", "p25", "p50", "p75", "p85", "p90", "p95", "stddev");

    private final Chance chance;
    private final Axis axis;
    private final List<DimensionFact> grouped;
    private final List<DimensionFact> reached;
    private final boolean compared;

    /**
     * @param grouped the spec's dimensions
     * @param reached what all its metrics reach
     */
    Measures(Chance chance, Axis axis, List<DimensionFact> grouped, List<DimensionFact> reached, boolean compared) {
        this.chance = chance;
        this.axis = axis;
        this.grouped = grouped;
        this.reached = reached;
        this.compared = compared;
    }

    ObjectNode make(MetricFact metric, String column) {
        ObjectNode measure = JsonNodeFactory.instance.objectNode();
        measure.put("name", chance.of(0.2) ? metric.name() + "@" + metric.major() : metric.name());
        measure.put("as", column);
        String agg = metric.isRolledUp() && chance.of(0.4) ? chance.any(metric.aggregations()) : null;
        if (agg != null) {
            measure.put("agg", agg);
        }
        metric.parameters().stream()
                .filter(p -> chance.of(0.5))
                .forEach(p -> measure.withObject("/params").put(p.name(), chance.between(p.minimum(), p.maximum())));
        if (axis.exists() && metric.takesWindow(agg) && chance.of(0.25)) {
            measure.set("window", window());
        } else if (chance.of(0.15)) {
            rollUp(measure, metric, agg);
        }
        if (!compared && chance.of(0.15)) {
            show(measure, metric, agg);
        }
        if (chance.of(0.15)) {
            measure.put("n", chance.of(0.8));
        }
        if (chance.of(0.1)) {
            measure.put("min_n", chance.of(0.9) ? chance.between(1, 6) : 1_000_000);
        }
        return measure;
    }

    private ObjectNode window() {
        ObjectNode window = JsonNodeFactory.instance.objectNode();
        List<String> longer = axis.longer();
        // A running total has nothing to be compared with among sprints, and no longer period holds them.
        switch (axis.isBySprint() && compared ? 1 : chance.between(0, 2)) {
            case 0 -> window.put("type", "cumulative");
            case 1 -> window.put("type", "rolling").put("periods", chance.of(0.9) ? chance.between(2, 7) : 400);
            default -> {
                if (longer.isEmpty()) {
                    window.put("type", "cumulative");
                } else {
                    window.put("type", "to_date").put("granularity", chance.any(longer));
                }
            }
        }
        return window;
    }

    private void rollUp(ObjectNode measure, MetricFact metric, String agg) {
        List<DimensionFact> free = reached.stream()
                .filter(d -> !grouped.contains(d) && !d.isMetricTime())
                .toList();
        ArrayNode dimensions = JsonNodeFactory.instance.arrayNode();
        List<String> inner = axis.isBySprint() ? List.of() : axis.shorter();
        if (!inner.isEmpty() && chance.of(0.5)) {
            dimensions.addObject().put("field", DimensionFact.METRIC_TIME).put("granularity", chance.any(inner));
        }
        boolean overTime = !dimensions.isEmpty();
        List<DimensionFact> others = chance.some(2, free);
        others.forEach(dimension -> dimensions.add(dimension.name()));
        if (dimensions.isEmpty()) {
            return;
        }
        ObjectNode per = measure.putObject("per");
        per.set("dimensions", dimensions);
        boolean summable = others.stream().noneMatch(DimensionFact::isList)
                && (metric.takesSum(agg) || (metric.additivity().equals("semi_additive") && !overTime && agg == null));
        if (chance.of(0.7)) {
            per.put("agg", summable && chance.of(0.4) ? "sum" : chance.any(ROLLUPS));
        }
    }

    private void show(ObjectNode measure, MetricFact metric, String agg) {
        List<String> within =
                chance.some(2, grouped).stream().map(DimensionFact::name).toList();
        boolean timed = grouped.stream().anyMatch(DimensionFact::isTime);
        boolean stateAtEnd = metric.state()
                && !metric.template()
                && metric.aggregation(agg).equals("last")
                && (!timed || within.contains(DimensionFact.METRIC_TIME));
        // The periods of windows overlap, and so do sprints: their total is that of one period only.
        boolean overlaps = measure.has("window") || (axis.isBySprint() && !metric.perSprint());
        boolean overlapping = overlaps && !within.contains(DimensionFact.METRIC_TIME);
        boolean share = !overlapping && !measure.has("per") && (metric.takesShare(agg) || stateAtEnd);
        ObjectNode show = measure.putObject("show");
        show.put("type", share && chance.of(0.6) ? "percent_of_total" : "rank");
        if (!within.isEmpty()) {
            within.forEach(show.putArray("within")::add);
        }
        if (show.path("type").asText().equals("rank") && chance.of(0.5)) {
            show.put("dir", chance.any("asc", "desc"));
        }
    }
}
