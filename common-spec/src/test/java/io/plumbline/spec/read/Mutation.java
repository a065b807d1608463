package io.plumbline.spec.read;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.spec.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** A fault that both the schema and the reader can see; each makes any valid spec invalid. */
@SuppressWarnings("ImmutableEnumChecker")
enum Mutation {
    NO_MEASURES(spec -> spec.remove("measures")),
    EMPTY_MEASURES(spec -> spec.putArray("measures")),
    TOO_MANY_MEASURES(spec -> fill(spec.putArray("measures"), 11, "{\"name\":\"velocity\",\"as\":\"v%d\"}")),
    TOO_MANY_DIMENSIONS(spec -> fill(spec.putArray("dimensions"), 6, "\"d%d\"")),
    TOO_MANY_FILTERS(spec -> fill(spec.putArray("filters"), 21, "{\"field\":\"f%d\",\"op\":\"is_null\"}")),
    TOO_MANY_SORT_KEYS(spec -> fill(spec.putArray("sort"), 16, "{\"field\":\"s%d\"}")),
    TOO_MANY_VALUES(spec -> fill(filter(spec, "in").putArray("value"), 501, "%d")),
    TOO_MANY_PARAMETERS(spec -> {
        ObjectNode params = measure(spec).putObject("params");
        for (int i = 0; i < 11; i++) {
            params.put("p" + i, i);
        }
    }),
    UNKNOWN_MEMBER(spec -> spec.put("tenant_id", "acme")),
    UNKNOWN_MEASURE_MEMBER(spec -> measure(spec).put("sql", "1")),
    UNKNOWN_DIMENSION_MEMBER(
            spec -> spec.putArray("dimensions").addObject().put("field", "a").put("by", "day")),
    UNKNOWN_FILTER_MEMBER(spec -> filter(spec, "is_null").put("not", true)),
    UNKNOWN_TIME_MEMBER(spec -> spec.putObject("time").put("range", "last_year")),
    UNKNOWN_SORT_MEMBER(
            spec -> spec.putArray("sort").addObject().put("field", "velocity").put("nulls", "first")),
    UNKNOWN_CHART_MEMBER(spec -> spec.putObject("chart").put("z", "velocity")),
    OTHER_DATASOURCE(spec -> spec.put("datasource", "lake")),
    NAMELESS_MEASURE(spec -> measure(spec).remove("name")),
    CAPITAL_NAME(spec -> measure(spec).put("name", "Velocity")),
    LONG_NAME(spec -> measure(spec).put("name", "v".repeat(64))),
    BAD_VERSION(spec -> measure(spec).put("name", "velocity@one")),
    BAD_AGGREGATION(spec -> measure(spec).put("agg", "p99")),
    RESERVED_COLUMN(spec -> measure(spec).put("as", "a__parts")),
    TEXT_PARAMETER(spec -> measure(spec).putObject("params").put("days", "7")),
    LARGE_PARAMETER(spec -> measure(spec).putObject("params").put("days", 1L << 40)),
    BAD_PARAMETER_NAME(spec -> measure(spec).putObject("params").put("Days", 7)),
    BAD_GRANULARITY(
            spec -> spec.putArray("dimensions").addObject().put("field", "a").put("granularity", "hour")),
    NUMBER_FOR_DIMENSION(spec -> spec.putArray("dimensions").add(5)),
    BAD_OPERATOR(spec -> filter(spec, "==").put("value", 1)),
    NO_OPERATOR(spec -> filter(spec, "=").remove("op")),
    NO_VALUE(spec -> filter(spec, "=")),
    NULL_VALUE(spec -> filter(spec, "=").putNull("value")),
    OBJECT_VALUE(spec -> filter(spec, "!=").putObject("value")),
    VALUE_FOR_IS_NULL(spec -> filter(spec, "is_null").put("value", true)),
    BOOLEAN_ORDER(spec -> filter(spec, ">").put("value", true)),
    NUMBER_PATTERN(spec -> filter(spec, "like").put("value", 5)),
    EMPTY_PATTERN(spec -> filter(spec, "contains").put("value", "")),
    EMPTY_LIST(spec -> filter(spec, "in").putArray("value")),
    MIXED_LIST(spec -> filter(spec, "not_in").putArray("value").add(1).add("x")),
    ONE_BOUND(spec -> filter(spec, "between").putArray("value").add(1)),
    THREE_BOUNDS(spec -> fill(filter(spec, "between").putArray("value"), 3, "%d")),
    CONTROL_CHARACTER(spec -> filter(spec, "=").put("value", "a\u0000b")),
    LONG_VALUE(spec -> filter(spec, "=").put("value", "x".repeat(501))),
    BAD_DATE(spec -> spec.putObject("time").put("from", "1.1.2026")),
    DATE_TIME(spec -> spec.putObject("time").put("to", "2026-01-01T00:00:00Z")),
    EARLY_DATE(spec -> spec.putObject("time").put("from", "1969-12-31")),
    LATE_DATE(spec -> spec.putObject("time").put("from", "2201-01-01")),
    BAD_COMPARISON(spec -> bounded(spec).put("compare", "last_year")),
    UNBOUNDED_COMPARISON(spec -> {
        ObjectNode time = bounded(spec).put("compare", "previous_year");
        time.remove("from");
    }),
    NUMBER_FOR_TIME_ZONE(spec -> spec.putObject("time").put("timezone", 2)),
    BAD_DIRECTION(
            spec -> spec.putArray("sort").addObject().put("field", "velocity").put("dir", "down")),
    BAD_SORT_FIELD(spec -> spec.putArray("sort").addObject().put("field", "1; select")),
    ZERO_LIMIT(spec -> spec.put("limit", 0)),
    LARGE_LIMIT(spec -> spec.put("limit", 100_001)),
    TEXT_LIMIT(spec -> spec.put("limit", "10")),
    FRACTION_LIMIT(spec -> spec.put("limit", 1.5)),
    NULL_MEMBER(spec -> spec.putNull("limit")),
    BAD_CHART_TYPE(spec -> spec.putObject("chart").put("type", "<script>"));

    private final Consumer<ObjectNode> change;

    Mutation(Consumer<ObjectNode> change) {
        this.change = change;
    }

    void apply(ObjectNode spec) {
        change.accept(spec);
    }

    private static ObjectNode measure(ObjectNode spec) {
        return (ObjectNode) spec.get("measures").get(0);
    }

    private static ObjectNode filter(ObjectNode spec, String op) {
        return spec.putArray("filters").addObject().put("field", "assignee").put("op", op);
    }

    private static ObjectNode bounded(ObjectNode spec) {
        return spec.putObject("time").put("from", "2026-01-01").put("to", "2026-02-01");
    }

    private static void fill(ArrayNode list, int count, String item) {
        for (int i = 0; i < count; i++) {
            list.add(Json.mapper().valueToTree(parse(item.formatted(i))));
        }
    }

    private static Object parse(String json) {
        try {
            return Json.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
