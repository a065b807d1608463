package io.plumbline.query.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.spec.Json;
import io.plumbline.spec.read.SpecReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the document on specs compiles, as it stands there. */
class SpecDocumentTest {
    private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource("examples")
    void compiles(JsonNode example) {
        var spec = SpecReader.interactive().read(whole(example)).orThrow();
        assertThat(Compiling.query(spec).rows().text()).isNotBlank();
    }

    static List<JsonNode> examples() throws IOException {
        String text = Files.readString(Path.of(System.getProperty("plumbline.root"), "deploy/docs/spec.md"));
        List<JsonNode> examples = new ArrayList<>();
        for (var block : BLOCK.matcher(text).results().toList()) {
            try (var values = Json.mapper().readerFor(JsonNode.class).<JsonNode>readValues(block.group(1))) {
                values.forEachRemaining(examples::add);
            }
        }
        assertThat(examples).hasSizeGreaterThan(8);
        return examples;
    }

    /** A measure or a filter alone becomes a spec in which it makes sense. */
    private static JsonNode whole(JsonNode example) {
        if (example.has("measures")) {
            return example;
        }
        ObjectNode spec = Json.mapper().createObjectNode();
        ObjectNode time = spec.putObject("time").put("from", "2026-01-01").put("to", "2026-07-01");
        if (example.has("name")) {
            spec.putArray("measures").add(example);
            spec.putArray("dimensions").add("project_key");
            if (example.has("window")) {
                time.put("granularity", "month");
            }
        } else {
            time.put("compare", "previous_period");
            var measures = spec.putArray("measures");
            measures.addObject().put("name", "closed");
            measures.addObject().put("name", "created").put("as", "velocity");
            spec.putArray("filters").add(example);
        }
        return spec;
    }
}
