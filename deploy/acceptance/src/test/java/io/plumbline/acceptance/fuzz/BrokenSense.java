package io.plumbline.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.acceptance.history.Chance;
import java.util.List;

/** Well-formed specs that mean nothing: members that do not go together. */
final class BrokenSense {
    static final List<Mutation> ALL = List.of(
            Mutation.of("same column twice", BrokenSense::sameColumn),
            Mutation.of("same dimension twice", BrokenSense::sameDimension),
            Mutation.of(
                    "aggregation not taken",
                    (spec, chance) ->
                            measure(spec, "bug_count").put("agg", chance.any("avg", "p90", "sum", "last")) != null),
            Mutation.of(
                    "version unknown", (spec, chance) -> measure(spec, "velocity@" + chance.any(0, 9, 999)) != null),
            Mutation.of(
                    "parameter unknown",
                    (spec, chance) ->
                            measure(spec, "created").putObject("params").put("days", 3) != null),
            Mutation.of("parameter out of range", BrokenSense::parameter),
            Mutation.of("dimension out of reach", BrokenSense::outOfReach),
            Mutation.of(
                    "order unknown",
                    (spec, chance) -> spec.putArray("sort")
                                    .addObject()
                                    .put("field", chance.any("nothing", "m0", "created__delta"))
                            != null),
            Mutation.of(
                    "range backwards",
                    (spec, chance) -> spec.putObject("time")
                                    .put("from", "2025-03-01")
                                    .put("to", chance.any("2025-03-01", "2024-01-01"))
                            != null),
            Mutation.of(
                    "no such day",
                    (spec, chance) -> spec.putObject("time")
                                    .put(
                                            "from",
                                            chance.any(
                                                    "2025-02-30",
                                                    "2025-13-01",
                                                    "1.2.2025",
                                                    "20250201",
                                                    "9999-01-01",
                                                    "0000-01-01",
                                                    "+12025-01-01"))
                            != null),
            Mutation.of(
                    "no such zone",
                    (spec, chance) -> spec.putObject("time")
                                    .put(
                                            "timezone",
                                            chance.any("Mars/Olympus", "+02:00", "GMT+25", "SystemV/PST8", "", "'"))
                            != null),
            Mutation.of(
                    "comparison without range",
                    (spec, chance) ->
                            spec.putObject("time").put("compare", chance.any("previous_period", "previous_year"))
                                    != null),
            Mutation.of("too many periods", BrokenSense::tooManyPeriods),
            Mutation.of("filter of metric_time", (spec, chance) -> filter(spec, "metric_time", "=", "2025-01-01")),
            Mutation.of(
                    "operator of another type",
                    (spec, chance) ->
                            filter(spec, "issue_type", chance.any("<", ">=", "between"), "Bug") && issues(spec)),
            Mutation.of(
                    "value out of a closed set",
                    (spec, chance) -> filter(spec, "sprint_state", "=", chance.any("Closed", "done", ""))),
            Mutation.of("value of another type", BrokenSense::valueType),
            Mutation.of("pattern cut off", (spec, chance) -> filter(spec, "board", "like", "a\\")),
            Mutation.of(
                    "empty pattern",
                    (spec, chance) -> filter(spec, "board", chance.any("like", "contains", "starts_with"), "")),
            Mutation.of("window without time", BrokenSense::windowWithoutTime),
            Mutation.of("window that does not nest", BrokenSense::windowNests),
            Mutation.of("window of one period", BrokenSense::windowOfOne),
            Mutation.of("window and second stage", BrokenSense::windowAndStage),
            Mutation.of(
                    "second stage over nothing",
                    (spec, chance) -> measure(spec, "created").putObject("per").putArray("dimensions") != null),
            Mutation.of(
                    "share of an average",
                    (spec, chance) ->
                            measure(spec, "lead_time_avg").putObject("show").put("type", "percent_of_total") != null),
            Mutation.of("sum of percentiles", BrokenSense::sumOfPercentiles),
            Mutation.of(
                    "sprints without their axis",
                    (spec, chance) ->
                            spec.putObject("time").put("compare", "previous_sprints") != null && noSprintAxis(spec)),
            Mutation.of("days of a sprint", BrokenSense::granularityOfText),
            Mutation.of(
                    "min_n below one",
                    (spec, chance) -> measure(spec, "created").put("min_n", chance.any(0, -1, 1_000_001)) != null),
            Mutation.of(
                    "as_of in the future",
                    (spec, chance) ->
                            spec.putObject("time").put("as_of", chance.any("2199-01-01", "2100-01-01T00:00:00Z"))
                                    != null),
            Mutation.of("text for a number", BrokenSense::textForNumber));

    private BrokenSense() {}

    /** Puts a measure of that name in front and gives it. */
    private static ObjectNode measure(ObjectNode spec, String name) {
        ObjectNode measure = spec.objectNode().put("name", name).put("as", "front");
        ((ArrayNode) spec.get("measures")).set(0, measure);
        return measure;
    }

    private static boolean sameColumn(ObjectNode spec, Chance chance) {
        ArrayNode measures = (ArrayNode) spec.get("measures");
        measures.add(measures.get(0).deepCopy());
        return true;
    }

    private static boolean sameDimension(ObjectNode spec, Chance chance) {
        spec.putArray("dimensions").add("board").add(chance.any("board", "board"));
        return true;
    }

    private static boolean parameter(ObjectNode spec, Chance chance) {
        ObjectNode params = measure(spec, "stuck_count").putObject("params");
        switch (chance.between(0, 3)) {
            case 0 -> params.put("days", 0);
            case 1 -> params.put("days", 1_000_000);
            case 2 -> params.put("days", "7");
            default -> params.put("days", 1.5);
        }
        return true;
    }

    private static boolean outOfReach(ObjectNode spec, Chance chance) {
        measure(spec, chance.any("velocity", "sprint_problematic_score", "accuracy_abs"));
        String field = chance.any("assignee", "issue_type", "label", "status");
        if (chance.of(0.5)) {
            spec.putArray("dimensions").add(field);
            return true;
        }
        return filter(spec, field, "is_not_null", null);
    }

    private static boolean tooManyPeriods(ObjectNode spec, Chance chance) {
        spec.putArray("dimensions").addObject().put("field", "metric_time").put("granularity", "day");
        spec.putObject("time").put("from", "1980-01-01").put("to", "2020-01-01");
        return true;
    }

    private static boolean filter(ObjectNode spec, String field, String op, String value) {
        ObjectNode test =
                spec.withArray("filters").addObject().put("field", field).put("op", op);
        if (value != null) {
            test.put("value", value);
        }
        return spec.path("filters").size() <= 20;
    }

    /** Replaces the measures by one of issues, so that nothing else is wrong. */
    private static boolean issues(ObjectNode spec) {
        spec.putArray("measures").addObject().put("name", "created");
        return true;
    }

    private static boolean valueType(ObjectNode spec, Chance chance) {
        ObjectNode test = spec.withArray("filters")
                .addObject()
                .put("field", chance.any("board", "sprint_start"))
                .put("op", "=");
        if (chance.of(0.5)) {
            test.put("value", 7);
        } else {
            test.put("value", true);
        }
        return true;
    }

    private static boolean windowWithoutTime(ObjectNode spec, Chance chance) {
        measure(spec, "created").putObject("window").put("type", "cumulative");
        spec.remove(List.of("dimensions", "time", "filters", "sort", "chart"));
        return true;
    }

    private static void byWeek(ObjectNode spec) {
        spec.remove(List.of("time", "filters", "sort", "chart"));
        spec.putArray("dimensions").addObject().put("field", "metric_time").put("granularity", "week");
    }

    private static boolean windowNests(ObjectNode spec, Chance chance) {
        byWeek(spec);
        measure(spec, "created")
                .putObject("window")
                .put("type", "to_date")
                .put("granularity", chance.any("week", "month", "quarter", "year"));
        return true;
    }

    private static boolean windowOfOne(ObjectNode spec, Chance chance) {
        byWeek(spec);
        measure(spec, "created").putObject("window").put("type", "rolling").put("periods", chance.any(1, 0, -3, 401));
        return true;
    }

    private static boolean windowAndStage(ObjectNode spec, Chance chance) {
        byWeek(spec);
        ObjectNode measure = measure(spec, "created");
        measure.putObject("window").put("type", "cumulative");
        measure.putObject("per").putArray("dimensions").add("board");
        return true;
    }

    private static boolean sumOfPercentiles(ObjectNode spec, Chance chance) {
        ObjectNode per = measure(spec, chance.any("lead_time_p90", "throughput_ratio", "spillover_ratio"))
                .putObject("per");
        per.putArray("dimensions").add("instance_id");
        per.put("agg", "sum");
        return true;
    }

    private static boolean noSprintAxis(ObjectNode spec) {
        spec.remove("dimensions");
        return true;
    }

    private static boolean granularityOfText(ObjectNode spec, Chance chance) {
        ObjectNode dimension = spec.putArray("dimensions").addObject();
        if (chance.of(0.5)) {
            dimension.put("field", "board").put("granularity", "day");
        } else {
            dimension.put("field", "sprint_start").put("granularity", "sprint");
        }
        return true;
    }

    private static boolean textForNumber(ObjectNode spec, Chance chance) {
        JsonNode column = spec.at("/measures/0/as");
        return filter(spec, column.asText(), chance.any("=", ">", "in", "contains"), "7");
    }
}
