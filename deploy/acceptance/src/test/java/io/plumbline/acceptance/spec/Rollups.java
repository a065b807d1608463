package io.plumbline.acceptance.spec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import java.util.List;

/**
 * Random second stages.
 *
 * @param grain the answer's periods; null without
 */
record Rollups(Chance chance, String grain) {
    private static final List<String> GRAINS = List.of("day", "week", "month", "quarter", "year");
    private static final List<String> AGGS =
            List.of("avg", "avg", "min", "max", "median", "p25", "p50", "p75", "p85", "p90", "p95", "stddev");

    /** Gives false where there is nothing to roll up over. */
    boolean write(ObjectNode measure, Metric metric, String agg, List<Field> free) {
        ArrayNode dimensions = JsonNodeFactory.instance.arrayNode();
        List<String> shorter = shorter();
        boolean byTime = !shorter.isEmpty() && chance.of(0.4);
        if (byTime) {
            dimensions.addObject().put("field", "metric_time").put("granularity", chance.any(shorter));
        }
        List<Field> fields = chance.some(byTime ? 1 : 2, free);
        fields.forEach(f -> dimensions.add(f.name()));
        if (dimensions.isEmpty()) {
            return false;
        }
        ObjectNode per = measure.putObject("per");
        per.set("dimensions", dimensions);
        boolean summed = metric.isAmount(agg) && fields.stream().allMatch(Field::isSingle);
        if (summed && chance.of(0.5)) {
            per.put("agg", "sum");
        } else if (chance.of(0.7)) {
            per.put("agg", chance.any(AGGS));
        }
        return true;
    }

    private List<String> shorter() {
        if (grain == null) {
            return GRAINS;
        }
        return switch (grain) {
            case "week", "month" -> List.of("day");
            case "quarter" -> List.of("day", "month");
            case "year" -> List.of("day", "month", "quarter");
            default -> List.of();
        };
    }
}
