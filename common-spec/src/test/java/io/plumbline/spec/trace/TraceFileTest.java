package io.plumbline.spec.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.spec.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceFileTest {
    private static final TraceSpan SPAN = new TraceSpan(
            "a".repeat(32), "b".repeat(16), "", "parse", "query-service", 1_000, 2_000, Map.of("key", "value"), true);

    @TempDir
    Path folder;

    @Test
    void holdsASpanInEachLine() throws IOException {
        new TraceFile(folder, "query-service").append(List.of(SPAN, SPAN));
        List<String> lines = Files.readAllLines(folder.resolve("query-service.ndjson"));
        assertThat(lines).hasSize(2);
        assertThat(OtlpJson.read(Json.mapper().readTree(lines.getFirst()))).isEqualTo(SPAN);
    }

    @Test
    void speaksOtlp() throws IOException {
        assertThat(Json.mapper().readTree(OtlpJson.write(SPAN)))
                .isEqualTo(Json.mapper().readTree("""
                {"resourceSpans": [{
                  "resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "query-service"}}]},
                  "scopeSpans": [{"scope": {"name": "plumbline"}, "spans": [{
                    "traceId": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "spanId": "bbbbbbbbbbbbbbbb", "parentSpanId": "",
                    "name": "parse", "kind": 1, "startTimeUnixNano": "1000", "endTimeUnixNano": "2000",
                    "attributes": [{"key": "key", "value": {"stringValue": "value"}}], "status": {"code": 2}}]}]}]}
                """));
    }

    @Test
    void neverGrowsBeyondTwiceItsBound() throws IOException {
        TraceFile file = new TraceFile(folder, "query-service", 5_000);
        for (int i = 0; i < 200; i++) {
            file.append(List.of(SPAN));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList()).hasSize(2).allSatisfy(each -> {
                assertThat(TraceFile.isOne(each)).isTrue();
                assertThat(Files.size(each)).isLessThan(6_000);
            });
        }
    }
}
