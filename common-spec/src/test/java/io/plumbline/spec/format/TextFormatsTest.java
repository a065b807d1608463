package io.plumbline.spec.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The forms that are text, as a reader takes them apart. */
class TextFormatsTest {
    @Test
    void csvHasAHeaderAndALineForEachRow() {
        List<String> lines = text(SampleRows.write(new CsvFormat())).lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst()).isEqualTo("project,bug,closed,cycle,metric_time,resolved_at,score__parts");
        assertThat(lines.get(1)).startsWith("\"Žluť \"\"1\"\"\",true,7,2.5,1969-12-31,2026-03-01T10:00:00.123456Z,\"{");
        assertThat(lines.get(2)).isEqualTo(",,,,,,");
        assertThat(lines.get(3)).isEqualTo(lines.get(1));
        assertThat(text(SampleRows.write(new CsvFormat()))).endsWith("\r\n");
    }

    @Test
    void csvTellsNothingBesideTheRows() {
        assertThat(new CsvFormat().tellsMeta()).isFalse();
        assertThat(new CsvFormat().broken(Map.of("code", "timeout"))).isEmpty();
    }

    @Test
    void ndjsonTellsMetaRowsAndTheEnd() throws JsonProcessingException {
        List<JsonNode> lines = lines(SampleRows.write(new NdjsonFormat()));
        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst().at("/meta/spec_hash").asText()).isEqualTo("5pec");
        assertThat(lines.getFirst().at("/total").asInt()).isEqualTo(3);
        assertThat(lines.get(1).at("/row/project").asText()).isEqualTo("Žluť \"1\"");
        assertThat(lines.get(1).at("/row/score__parts/a").asDouble()).isEqualTo(0.5);
        assertThat(lines.get(2).at("/row/cycle").isNull()).isTrue();
        assertThat(lines.get(2).at("/emptiness/cycle").asText()).isEqualTo("no_data");
        assertThat(lines.getLast().at("/end/rows").asInt()).isEqualTo(3);
        assertThat(lines.getLast().at("/end").toString()).contains("ha5h");
    }

    @Test
    void ndjsonTellsWhereItBroke() throws JsonProcessingException {
        NdjsonFormat format = new NdjsonFormat();
        assertThat(format.tellsMeta()).isTrue();
        assertThat(lines(format.broken(Map.of("code", "timeout")))
                        .getFirst()
                        .at("/problem/code")
                        .asText())
                .isEqualTo("timeout");
    }

    private static List<JsonNode> lines(byte[] document) throws JsonProcessingException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : text(document).lines().toList()) {
            lines.add(Json.mapper().readTree(line));
        }
        return lines;
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }
}
