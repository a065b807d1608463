package io.plumbline.catalog.interop.osi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.catalog.interop.file.Extension;
import io.plumbline.catalog.interop.file.Unmappable;
import io.plumbline.spec.Json;
import java.util.Optional;

/** Our part of {@code custom_extensions}: JSON as a text, as the specification has it. */
final class OsiExtensions {
    private static final String VENDOR = "COMMON";

    private OsiExtensions() {}

    static ArrayNode of(ObjectNode ours) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.set(Extension.NAMESPACE, ours);
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        list.addObject().put("vendor_name", VENDOR).put("data", data.toString());
        return list;
    }

    /** Ours among the extensions of an element; empty where there is none, or none that can be read. */
    static Optional<ObjectNode> read(JsonNode element) {
        for (JsonNode extension : element.path("custom_extensions")) {
            Optional<ObjectNode> ours = data(extension.path("data").asText());
            if (ours.isPresent()) {
                return ours;
            }
        }
        return Optional.empty();
    }

    /** @throws Unmappable where an extension of ours can't be read */
    static Optional<ObjectNode> load(JsonNode element, String pointer) {
        Optional<ObjectNode> ours = read(element);
        for (JsonNode extension : element.path("custom_extensions")) {
            if (ours.isEmpty() && extension.path("data").asText().contains(Extension.NAMESPACE)) {
                throw new Unmappable(
                        pointer + "/custom_extensions",
                        "bad_extension",
                        "The extension of %s is no JSON object any more; correct it or take it out."
                                .formatted(Extension.NAMESPACE));
            }
        }
        return ours;
    }

    private static Optional<ObjectNode> data(String text) {
        try {
            JsonNode ours = Json.mapper().readTree(text).path(Extension.NAMESPACE);
            return ours instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
