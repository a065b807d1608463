package io.plumbline.spec.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetaHeaderTest {

    @Test
    void holdsNothingButAscii() {
        assertThat(MetaHeader.of(Map.of("warnings", List.of("Größe\n"))))
                .isEqualTo("{\"warnings\":[\"Gr\\u00F6\\u00DFe\\n\"]}");
    }

    @Test
    void namesWhatHadNoRoom() throws Exception {
        String header = MetaHeader.of(Map.of("spec_version", "1", "warnings", List.of("w".repeat(5_000))));
        assertThat(header.length()).isLessThan(4_096);
        assertThat(Json.mapper().readTree(header).at("/left_out/0").asText()).isEqualTo("warnings");
        assertThat(Json.mapper().readTree(header).at("/spec_version").asText()).isEqualTo("1");
    }
}
