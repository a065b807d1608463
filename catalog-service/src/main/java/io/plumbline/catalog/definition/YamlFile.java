package io.plumbline.catalog.definition;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import io.plumbline.spec.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One definition file: its text becomes a tree, is validated, and is bound to a type. Faults go to the list. */
record YamlFile(String name, List<DefinitionFault> faults) {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The valid tree of the file; empty after a fault. */
    Optional<JsonNode> read(Path folder, JsonSchema schema) {
        if (!name.endsWith(".yaml")) {
            return fault("", "a definition is a file that ends in .yaml");
        }
        try (InputStream content = Files.newInputStream(folder.resolve(name))) {
            return validated(YAML.readTree(content), schema);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            String place = at == null ? "" : "line " + at.getLineNr();
            return fault(place, "this is no well-formed YAML: " + e.getOriginalMessage());
        } catch (IOException e) {
            return fault("", "the file can't be read");
        }
    }

    private Optional<JsonNode> validated(JsonNode tree, JsonSchema schema) {
        List<DefinitionFault> found = SchemaFaults.of(schema, tree, name);
        faults.addAll(found);
        return found.isEmpty() ? Optional.of(tree) : Optional.empty();
    }

    /** The value of a valid tree; empty after a fault. */
    <T> Optional<T> bind(JsonNode tree, Class<T> type) {
        try {
            return Optional.of(Json.mapper().treeToValue(tree, type));
        } catch (JsonProcessingException e) {
            return fault("", "this can't be read: " + e.getOriginalMessage());
        }
    }

    private <T> Optional<T> fault(String place, String message) {
        faults.add(new DefinitionFault(name, place, message));
        return Optional.empty();
    }
}
