package io.plumbline.acceptance.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same rows in each form, as they come through the gateway from the packaged service. */
@ExtendWith(RunningProduct.class)
class AnswerFormsTest {
    private static final String SPEC = """
            {"measures": [{"name": "created"}], "dimensions": ["project_key", {"field": "metric_time", "granularity": "day"}],
             "limit": 300}
            """;

    private final Product product;
    private final String viewer;
    private final JsonNode json;

    AnswerFormsTest(Product product) {
        this.product = product;
        this.viewer = product.tokens().viewer("demo");
        this.json = product.post("/analytics/run", viewer, SPEC).json();
    }

    @Test
    void givesLines() {
        String[] lines = text(get("application/x-ndjson")).split("\n", 0);
        assertThat(lines).hasSize(rows() + 2);
        assertThat(lines[lines.length - 1])
                .contains(json.at("/meta/result_hash").textValue());
    }

    @Test
    void givesCsvWithMetaInHeaders() {
        HttpResponse<byte[]> answer = get("text/csv");
        assertThat(text(answer).lines()).hasSize(rows() + 1);
        assertThat(answer.headers().firstValue("Plumbline-Total"))
                .contains(json.at("/data/total").asText());
        assertThat(answer.headers().firstValue("Plumbline-Meta").orElse(""))
                .contains(json.at("/meta/spec_hash").textValue());
    }

    @Test
    void givesAnArrowStream() {
        byte[] answer = get("application/vnd.apache.arrow.stream").body();
        assertThat(answer).startsWith(0xFF, 0xFF, 0xFF, 0xFF).endsWith(0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0);
    }

    @Test
    void givesAParquetFile() {
        byte[] answer = get("application/vnd.apache.parquet").body();
        assertThat(answer).startsWith('P', 'A', 'R', '1').endsWith('P', 'A', 'R', '1');
    }

    @Test
    void givesTheNextPage() {
        String cursor = json.at("/meta/next_cursor").textValue();
        JsonNode next =
                product.post("/analytics/run?cursor=" + cursor, viewer, SPEC).json();
        assertThat(next.at("/data/total")).isEqualTo(json.at("/data/total"));
        assertThat(next.at("/data/results")).isNotEmpty().isNotEqualTo(json.at("/data/results"));
    }

    private int rows() {
        assertThat(json.at("/data/results")).isNotEmpty();
        return json.at("/data/results").size();
    }

    private HttpResponse<byte[]> get(String form) {
        HttpResponse<byte[]> answer = product.bytes("/analytics/run", viewer, form, SPEC);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(form);
        return answer;
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
