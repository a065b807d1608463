package io.plumbline.query.trace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.plumbline.embedded.TestTokens;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.spec.Json;
import io.plumbline.spec.trace.OtlpJson;
import io.plumbline.spec.trace.TraceSpan;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Where the time of a run went: in the answer's header, and in the trace that the caller began. */
@QuarkusTest
@WithTestResource(value = Neighbours.class, initArgs = @ResourceArg(name = "traces", value = "true"))
class TraceTest {
    private static final String SECRET = "A value that nobody else may read";
    private static final String SPEC = """
            {"measures": [{"name": "created"}], "filters": [{"field": "issue_type", "op": "=", "value": "%s"}]}
            """.formatted(SECRET);

    @Inject
    OpenTelemetry telemetry;

    private final String trace = UUID.randomUUID().toString().replace("-", "");
    private final String parent = "00f067aa0ba902b7";

    @Test
    void tellsTheTimeOfEachStepInTheAnswer() {
        run().header(
                        "Server-Timing",
                        matchesPattern("parse;dur=[\\d.]+, compile;dur=[\\d.]+, pool;dur=[\\d.]+, db;dur=[\\d.]+, "
                                + "receipt;dur=[\\d.]+, cache;dur=[\\d.]+, total;dur=[\\d.]+"));
    }

    @Test
    void goesOnWithTheCallersTraceDownToTheStatements() throws IOException, InterruptedException {
        run();
        List<TraceSpan> spans = await("receipt");
        assertThat(spans).extracting(TraceSpan::name).contains("parse", "compile", "pool", "db", "receipt");
        TraceSpan request = spans.stream()
                .filter(span -> span.parentId().equals(parent))
                .findFirst()
                .orElseThrow();
        assertThat(spans)
                .filteredOn(span -> span.name().equals("db"))
                .singleElement()
                .extracting(TraceSpan::parentId)
                .isEqualTo(request.spanId());
        assertThat(spans).extracting(span -> span.attributes().toString()).anyMatch(text -> text.contains("warehouse"));
    }

    @Test
    void writesEachSpanOnce() throws IOException, InterruptedException {
        run();
        await("receipt");
        // Whatever else might write them writes them now.
        assertThat(((OpenTelemetrySdk) telemetry)
                        .getSdkTracerProvider()
                        .forceFlush()
                        .join(30, TimeUnit.SECONDS)
                        .isSuccess())
                .isTrue();
        assertThat(spans()).isNotEmpty().extracting(TraceSpan::spanId).doesNotHaveDuplicates();
    }

    @Test
    void holdsNoValueOfTheCaller() throws IOException, InterruptedException {
        run();
        assertThat(await("receipt")).isNotEmpty();
        assertThat(Files.readString(file())).doesNotContain(SECRET).doesNotContain("Bearer");
    }

    private ValidatableResponse run() {
        return given().auth()
                .oauth2(TestTokens.viewer("acme"))
                .header("traceparent", "00-%s-%s-01".formatted(trace, parent))
                .contentType(ContentType.JSON)
                .body(SPEC)
                .post("/analytics/run?cache=fresh")
                .then()
                .statusCode(200);
    }

    /** The spans of the trace once the one that the answer waits for, and the request's own, are written. */
    private List<TraceSpan> await(String last) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        List<TraceSpan> spans = spans();
        while (Instant.now().isBefore(end)
                && !(spans.stream().anyMatch(span -> span.name().equals(last))
                        && spans.stream().anyMatch(span -> span.parentId().equals(parent)))) {
            Thread.sleep(100);
            spans = spans();
        }
        return spans;
    }

    private List<TraceSpan> spans() throws IOException {
        if (!Files.exists(file())) {
            return List.of();
        }
        return Files.readAllLines(file()).stream()
                .map(TraceTest::read)
                .filter(span -> span.traceId().equals(trace))
                .toList();
    }

    private static TraceSpan read(String line) {
        try {
            return OtlpJson.read(Json.mapper().readTree(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path file() {
        return Path.of(ConfigProvider.getConfig().getValue("plumbline.traces.folder", String.class))
                .resolve("query-service.ndjson");
    }
}
