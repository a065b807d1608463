package io.plumbline.acceptance.spec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import java.util.ArrayList;
import java.util.List;

/** A spec under construction, which knows what may be added to it. */
final class Draft {
    private static final List<String> GRAINS = List.of("day", "week", "month", "quarter", "year");

    private final ObjectNode spec = JsonNodeFactory.instance.objectNode();
    private final Chance chance;
    private final List<Metric> metrics = new ArrayList<>();
    private boolean metricTime;
    private boolean otherTime;
    private boolean overDays;

    Draft(Chance chance) {
        this.chance = chance;
        spec.putArray("measures");
        spec.putArray("dimensions");
        spec.putArray("filters");
    }

    Draft measure(Metric metric) {
        return measure(metric, null);
    }

    Draft measure(Metric metric, String agg) {
        ObjectNode measure = ((ArrayNode) spec.get("measures")).addObject().put("name", metric.name());
        measure.put("as", "m" + metrics.size());
        if (agg != null) {
            measure.put("agg", agg);
        }
        if (metric.name().equals("stuck_count") && chance.of(0.7)) {
            measure.putObject("params").put("days", chance.between(1, 40));
        }
        metrics.add(metric);
        overDays |= metric.isSnapshot() && agg != null && !agg.equals("last");
        return this;
    }

    boolean accepts(Field field) {
        return field.sprint() || metrics.stream().noneMatch(Metric::isSprint);
    }

    Draft group(Field field) {
        ArrayNode dimensions = (ArrayNode) spec.get("dimensions");
        if (field.time()) {
            otherTime = true;
            dimensions.addObject().put("field", field.name()).put("granularity", chance.any(GRAINS));
        } else {
            dimensions.add(field.name());
        }
        return this;
    }

    Draft groupByTime(String grain) {
        metricTime = true;
        ((ArrayNode) spec.get("dimensions"))
                .addObject()
                .put("field", "metric_time")
                .put("granularity", grain);
        return this;
    }

    Draft groupByTime() {
        return groupByTime(chance.any(GRAINS));
    }

    Draft filter(Field field, String op) {
        ((ArrayNode) spec.get("filters")).add(new Conditions(chance).test(field, op));
        return this;
    }

    Draft compare(String how) {
        spec.withObject("/time").put("compare", how);
        return this;
    }

    Draft limit(int rows) {
        spec.put("limit", rows);
        return this;
    }

    Draft sortByMeasure() {
        int index = chance.between(0, metrics.size() - 1);
        spec.putArray("sort").addObject().put("field", "m" + index).put("dir", chance.any("asc", "desc"));
        return this;
    }

    boolean hasOtherTime() {
        return otherTime;
    }

    /** Adds a range that the measures need or bear, and ends the construction. */
    ObjectNode finished() {
        boolean snapshots = metrics.stream().anyMatch(Metric::isSnapshot);
        boolean compared = spec.at("/time/compare").isTextual();
        boolean bounded = compared || overDays || (metricTime && snapshots);
        new RandomRange(chance).write(spec, bounded);
        return spec;
    }
}
