package io.plumbline.catalog.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.catalog.MetricDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a folder of definitions; collects the faults of all files before it gives up. */
final class DefinitionReader {
    private static final String METRICS = "metrics";

    private final Path folder;
    private final List<DefinitionFault> faults = new ArrayList<>();

    private DefinitionReader(Path folder) {
        this.folder = folder;
    }

    static Definitions read(Path folder) {
        return new DefinitionReader(folder).read();
    }

    private Definitions read() {
        var entities = list("entities", Entity.class);
        var dimensions = list("dimensions", DimensionDefinition.class);
        var metrics = new ArrayList<Definition<MetricDefinition>>();
        for (String file : metricFiles()) {
            metric(file).ifPresent(metrics::add);
        }
        if (!faults.isEmpty()) {
            throw new DefinitionException(faults);
        }
        return new Definitions(entities, dimensions, metrics);
    }

    private <T> List<Definition<T>> list(String name, Class<T> type) {
        var definitions = new ArrayList<Definition<T>>();
        var file = new YamlFile(name + ".yaml", faults);
        file.read(folder, Schemas.of(name)).ifPresent(document -> {
            for (JsonNode member : document.get(name)) {
                file.bind(member, type).ifPresent(value -> definitions.add(new Definition<>(file.name(), value)));
            }
        });
        return definitions;
    }

    private Optional<Definition<MetricDefinition>> metric(String name) {
        var file = new YamlFile(name, faults);
        return file.read(folder, Schemas.of("metric"))
                .map(MetricDocument::withDefaults)
                .flatMap(tree -> file.bind(tree, MetricDefinition.class))
                .map(value -> new Definition<>(name, value));
    }

    private List<String> metricFiles() {
        try (var files = Files.walk(folder.resolve(METRICS))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the metric definitions can't be listed", e);
        }
    }
}
