package io.plumbline.spec.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Spans as the JSON of OTLP, the protocol of OpenTelemetry: one line holds one span, so that lines can be picked. */
public final class OtlpJson {
    private static final String SERVICE = "service.name";
    private static final int INTERNAL = 1;
    private static final int FAILED = 2;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private OtlpJson() {}

    /** A line without its end. */
    public static String write(TraceSpan span) {
        ObjectNode root = NODES.objectNode();
        ObjectNode resource = root.putArray("resourceSpans").addObject();
        resource.putObject("resource").set("attributes", attributes(Map.of(SERVICE, span.service())));
        ObjectNode scope = resource.putArray("scopeSpans").addObject();
        scope.putObject("scope").put("name", "plumbline");
        scope.putArray("spans").add(node(span));
        return root.toString();
    }

    /** The span of a line that {@link #write} made. */
    public static TraceSpan read(JsonNode line) {
        JsonNode resource = line.path("resourceSpans").path(0);
        JsonNode span = resource.path("scopeSpans").path(0).path("spans").path(0);
        return new TraceSpan(
                span.path("traceId").asText(),
                span.path("spanId").asText(),
                span.path("parentSpanId").asText(),
                span.path("name").asText(),
                values(resource.path("resource").path("attributes")).getOrDefault(SERVICE, ""),
                Long.parseLong(span.path("startTimeUnixNano").asText("0")),
                Long.parseLong(span.path("endTimeUnixNano").asText("0")),
                values(span.path("attributes")),
                span.path("status").path("code").asInt() == FAILED);
    }

    private static ObjectNode node(TraceSpan span) {
        ObjectNode node = NODES.objectNode()
                .put("traceId", span.traceId())
                .put("spanId", span.spanId())
                .put("parentSpanId", span.parentId())
                .put("name", span.name())
                .put("kind", INTERNAL)
                .put("startTimeUnixNano", Long.toString(span.startNanos()))
                .put("endTimeUnixNano", Long.toString(span.endNanos()));
        node.set("attributes", attributes(span.attributes()));
        ObjectNode status = node.putObject("status");
        if (span.failed()) {
            status.put("code", FAILED);
        }
        return node;
    }

    private static ArrayNode attributes(Map<String, String> values) {
        ArrayNode list = NODES.arrayNode();
        values.forEach((key, value) ->
                list.addObject().put("key", key).putObject("value").put("stringValue", value));
        return list;
    }

    private static Map<String, String> values(JsonNode attributes) {
        Map<String, String> values = new LinkedHashMap<>();
        attributes.forEach(each -> values.put(
                each.path("key").asText(),
                each.path("value").path("stringValue").asText()));
        return values;
    }
}
