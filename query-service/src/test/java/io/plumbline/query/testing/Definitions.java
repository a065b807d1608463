package io.plumbline.query.testing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.plumbline.spec.Json;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.catalog.MetricDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The product's own catalog, read from catalog-service's definition files. */
public final class Definitions {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    // Files write the names of kinds in lower case.
    private static final ObjectMapper RECORDS = lenient(Json.mapper().copy());

    private Definitions() {}

    // The mapper is a copy of a finished one, so the builder that replaces this call cannot be used.
    @SuppressWarnings("deprecation")
    private static ObjectMapper lenient(ObjectMapper mapper) {
        return mapper.configure(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS, true);
    }

    public static Catalog catalog() {
        Path folder = Path.of(System.getProperty("plumbline.root"), "catalog-service/src/main/resources/definitions");
        List<Entity> entities =
                RECORDS.convertValue(read(folder.resolve("entities.yaml")).get("entities"), new TypeReference<>() {});
        List<DimensionDefinition> dimensions = RECORDS.convertValue(
                read(folder.resolve("dimensions.yaml")).get("dimensions"), new TypeReference<>() {});
        return new Catalog("test-1", entities, dimensions, metrics(folder.resolve("metrics")));
    }

    private static List<MetricDefinition> metrics(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> RECORDS.convertValue(withDefaults(read(file)), MetricDefinition.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode withDefaults(JsonNode metric) {
        ObjectNode complete = metric.deepCopy();
        for (String member : List.of("listed", "active", "tested")) {
            if (!complete.has(member)) {
                complete.put(member, true);
            }
        }
        return complete;
    }

    private static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
