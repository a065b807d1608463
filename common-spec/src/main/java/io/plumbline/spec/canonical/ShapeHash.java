package io.plumbline.spec.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Json;
import io.plumbline.spec.signature.Sha256;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The name of what specs have in common that ask for the same columns in the same way of other values: the same measures,
 * dimensions, periods, operators and order. Values, dates and the limit are left out. Runs of one shape take a like time.
 */
public final class ShapeHash {
    /** What differs between two specs of one shape. */
    private static final List<String> OF_TIME = List.of("from", "to", "timezone", "as_of");

    private ShapeHash() {}

    /** SHA-256 of the shape: 64 lower case hexadecimal digits. */
    public static String of(AnalyticsSpec spec) {
        ObjectNode shape = Json.mapper().valueToTree(CanonicalSpec.of(spec));
        shape.remove("limit");
        if (shape.get("time") instanceof ObjectNode time) {
            time.remove(OF_TIME);
        }
        if (shape.get("filters") instanceof ArrayNode filters) {
            withoutValues(filters);
        }
        return Sha256.hex(CanonicalJson.write(shape));
    }

    private static void withoutValues(JsonNode node) {
        if (node instanceof ObjectNode filter && filter.has("op")) {
            filter.remove("value");
            return;
        }
        node.forEach(ShapeHash::withoutValues);
        if (node instanceof ArrayNode filters) {
            sort(filters);
        }
    }

    /** Filters stand in the order of their text, which had the values in it. */
    private static void sort(ArrayNode filters) {
        List<JsonNode> sorted = StreamSupport.stream(filters.spliterator(), false)
                .sorted(Comparator.comparing(CanonicalJson::write))
                .toList();
        filters.removeAll();
        filters.addAll(sorted);
    }
}
