package io.plumbline.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.acceptance.product.Product;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The catalog as the product tells it to a tenant, so that specs grow with it. */
record CatalogFacts(List<MetricFact> metrics, List<DimensionFact> dimensions) {
    static CatalogFacts read(Product product, String token) {
        JsonNode values = product.get("/analytics/values", token).json().at("/data/values");
        List<DimensionFact> dimensions = new ArrayList<>();
        for (JsonNode json : data(product, "/analytics/dimensions", token)) {
            String name = json.path("name").asText();
            dimensions.add(new DimensionFact(
                    name,
                    json.path("type").asText(),
                    texts(json.path("values")),
                    texts(values.path(name)),
                    json.path("per_sprint").asBoolean()));
        }
        return new CatalogFacts(metrics(data(product, "/analytics/metrics", token)), List.copyOf(dimensions));
    }

    private static List<MetricFact> metrics(JsonNode list) {
        Map<String, JsonNode> known = new TreeMap<>();
        list.forEach(m -> known.put(m.path("name").asText(), m));
        Map<String, Boolean> bySprint = new HashMap<>();
        known.keySet().forEach(name -> bySprint.put(name, isPerSprint(name, known)));
        return known.values().stream()
                .map(m -> MetricFact.read(m, bySprint.get(m.path("name").asText())))
                .toList();
    }

    /** What rests on a metric of sprints takes the dimensions of sprints only. */
    private static boolean isPerSprint(String name, Map<String, JsonNode> known) {
        JsonNode metric = known.get(name);
        if (metric == null) {
            return false;
        }
        String type = metric.path("type").asText();
        return type.equals("per_sprint")
                || type.equals("composite")
                || texts(metric.path("dependencies")).stream().anyMatch(d -> isPerSprint(d, known));
    }

    private static JsonNode data(Product product, String path, String token) {
        return product.get(path, token).json().path("data");
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}
