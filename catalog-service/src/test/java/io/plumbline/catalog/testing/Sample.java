package io.plumbline.catalog.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.spec.Json;
import io.plumbline.spec.catalog.MetricDefinition;

/** Definitions as a tenant writes them. */
public final class Sample {
    private Sample() {}

    /** Urgent issues created: a sound definition. */
    public static ObjectNode urgent(String name) {
        return parse("""
                {"name": "%s", "version": "1.0.0", "display_name": "Urgent issues",
                 "description": "The number of issues of the highest priority, counted when they are created.",
                 "category": "throughput", "unit": "issues", "tags": ["own"], "synonyms": [],
                 "examples": ["How many urgent issues came in?", "Urgent issues by month"],
                 "additivity": "additive", "parameters": [],
                 "computation": {"type": "simple", "entity": "issue", "sql_template": "issue_id",
                   "where": "priority = 'Highest'", "event_time": "created", "aggregation": "count",
                   "aggregations": ["count"]}}""".formatted(name));
    }

    /** A ratio of a metric over the product's created. */
    public static ObjectNode share(String name, String numerator) {
        ObjectNode metric = urgent(name);
        metric.put("unit", "ratio").put("additivity", "non_additive");
        metric.set(
                "computation",
                parse("{\"type\": \"ratio\", \"numerator\": \"%s\", \"denominator\": \"created\"}"
                        .formatted(numerator)));
        return metric;
    }

    /** Issues that wait long: a definition with a parameter. */
    public static ObjectNode waiting(String name) {
        ObjectNode metric = urgent(name);
        metric.putArray("parameters").add(parse("""
                        {"name": "days", "description": "After how many days an issue counts as waiting.",
                         "default_value": 7, "minimum": 1, "maximum": 30}"""));
        metric.put("additivity", "semi_additive");
        metric.set("computation", parse("""
                {"type": "snapshot", "where": "status_category = 'todo' and status_since <= snapshot_at - days(:days)",
                 "aggregation": "last", "aggregations": ["last", "avg"]}"""));
        return metric;
    }

    public static ObjectNode with(ObjectNode metric, String version) {
        return metric.deepCopy().put("version", version);
    }

    /** The definition as the catalog keeps it. */
    public static MetricDefinition read(ObjectNode metric) {
        try {
            ObjectNode whole =
                    metric.deepCopy().put("listed", true).put("active", true).put("tested", false);
            return Json.mapper().treeToValue(whole, MetricDefinition.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    public static ObjectNode parse(String json) {
        try {
            return (ObjectNode) Json.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
