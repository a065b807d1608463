package io.plumbline.catalog.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import io.plumbline.spec.Json;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.List;
import java.util.Optional;

/** One metric definition as a tree that someone wrote, in a file or in a request. */
public final class MetricDocument {
    private static final JsonSchema SCHEMA = Schemas.of("metric");

    private MetricDocument() {}

    /** What the JSON Schema of metric definitions objects to; empty where it accepts the tree. */
    public static List<DefinitionFault> faults(JsonNode tree, String file) {
        return SchemaFaults.of(SCHEMA, tree, file);
    }

    /** The definition that the tree writes; empty where it can't be bound, which the schema has told then. */
    public static Optional<MetricDefinition> bind(JsonNode tree) {
        try {
            return Optional.of(Json.mapper().treeToValue(withDefaults(tree), MetricDefinition.class));
        } catch (JsonProcessingException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The same tree with what may be left out. */
    static JsonNode withDefaults(JsonNode metric) {
        ObjectNode whole = metric.deepCopy();
        for (String flag : List.of("listed", "active")) {
            if (!whole.has(flag)) {
                whole.put(flag, true);
            }
        }
        return whole;
    }
}
