package io.plumbline.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a generator needs to know of a metric, as the product's catalog tells it.
 *
 * @param own the aggregation used where a measure names none
 * @param perSprint whether it takes the dimensions of sprints only
 * @param state whether it counts, or measures, at the end of each period
 * @param template whether each issue of a state has a value
 */
record MetricFact(
        String name,
        String version,
        String type,
        String own,
        List<String> aggregations,
        List<Parameter> parameters,
        String additivity,
        boolean perSprint,
        boolean state,
        boolean template) {

    /** A parameter and its bounds. */
    record Parameter(String name, int minimum, int maximum) {}

    static MetricFact read(JsonNode json, boolean perSprint) {
        List<Parameter> parameters = new ArrayList<>();
        json.path("parameters")
                .forEach(p -> parameters.add(new Parameter(
                        p.path("name").asText(),
                        p.path("minimum").asInt(1),
                        p.path("maximum").asInt(365))));
        return new MetricFact(
                json.path("name").asText(),
                json.path("version").asText(),
                json.path("type").asText(),
                json.path("aggregation").asText(),
                json.path("aggregations").valueStream().map(JsonNode::asText).toList(),
                parameters,
                json.path("additivity").asText(),
                perSprint,
                json.path("type").asText().equals("snapshot"),
                json.at("/computation/sql_template").isTextual());
    }

    String major() {
        return version.substring(0, version.indexOf('.'));
    }

    /** Ratios, scores and arithmetic have no aggregation of their own. */
    boolean isRolledUp() {
        return !List.of("ratio", "derived", "composite").contains(type);
    }

    /** Whether a window over periods gives another number than the period alone. */
    boolean takesWindow(String agg) {
        return !state || (!template && !aggregation(agg).equals("last"));
    }

    /** Whether the parts of a total can be summed up to it, or counted anew. */
    boolean takesShare(String agg) {
        boolean amount = name.equals("velocity") && aggregation(agg).equals("sum");
        boolean ownSum = aggregation(agg).equals(own) && List.of("sum", "count").contains(own);
        return amount || own.equals("count_distinct") || (additivity.equals("additive") && ownSum);
    }

    /** Whether values of groups may be summed up. */
    boolean takesSum(String agg) {
        boolean amount = name.equals("velocity") && aggregation(agg).equals("sum");
        return amount || (additivity.equals("additive") && aggregation(agg).equals(own));
    }

    String aggregation(String agg) {
        return agg == null ? own : agg;
    }
}
