package io.plumbline.spec.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.plumbline.embedded.EmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server itself refuses, at the wire: each time a problem, and no stack trace in the log. */
@QuarkusTest
@QuarkusTestResource(value = EmbeddedServers.class, initArgs = @ResourceArg(name = "servers", value = "postgres"))
class EdgeTest {
    @ParameterizedTest
    @ValueSource(strings = {"/probe/echo", "/probe/bytes", "/probe/stream"})
    void refusesALargeBodyOfUnknownLength(String path) throws IOException {
        try (LogLines log = LogLines.open()) {
            String answer =
                    RawHttp.send(RestAssured.port, RawHttp.chunked(path, "{\"some_text\": \"" + "x".repeat(70_000)));
            problem(answer, 413, "payload_too_large");
            assertThat(answer).contains("at most 65536 bytes");
            assertThat(log.all()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/echo", "/probe/bytes", "/probe/stream"})
    void takesABodyOfUnknownLengthUpToTheLimit(String path) throws IOException {
        String body = "{\"count\": 1" + " ".repeat(65_536 - 12) + "}";
        String request = RawHttp.chunked(path, body).replace("Host: localhost", "Host: localhost\r\nConnection: close");
        assertThat(RawHttp.send(RestAssured.port, request)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/echo", "/probe/bytes", "/probe/stream"})
    void doesNotReadABodyWithoutEnd(String path) throws IOException {
        problem(RawHttp.sendChunksWithoutEnd(RestAssured.port, path, " ".repeat(8_192)), 413, "payload_too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/echo", "/probe/me", "/nothing"})
    void keepsTheConnectionWhereTheRestOfABodyIsShort(String path) throws IOException {
        String first = RawHttp.chunked(path, "]" + " ".repeat(50_000));
        String second = "GET /probe/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        assertThat(RawHttp.send(RestAssured.port, first + second)).contains("HTTP/1.1 4", "HTTP/1.1 401 ");
    }

    @Test
    void doesNotReadTheRestOfAMalformedBodyForEver() throws IOException {
        assertThat(RawHttp.sendChunksWithoutEnd(RestAssured.port, "/probe/echo", "]" + " ".repeat(8_000)))
                .contains("HTTP/1.1 400 ", "malformed_json");
    }

    @ParameterizedTest
    @EnumSource
    void anOrdinaryClientReadsTheRefusal(HttpClient.Version version) throws Exception {
        try (HttpClient client = HttpClient.newBuilder().version(version).build()) {
            for (int i = 0; i < 20; i++) {
                HttpRequest request = HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + RestAssured.port + "/probe/echo"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[500_000])))
                        .build();
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                assertThat(answer.statusCode()).isIn(400, 413);
            }
        }
    }

    @Test
    void aBodyThatIsCutOffIsNoFaultOfOurs() throws Exception {
        try (LogLines log = LogLines.open()) {
            RawHttp.sendAndLeave(RestAssured.port, RawHttp.chunkedHead("/probe/echo") + RawHttp.chunk("{\"count\": "));
            RawHttp.sendAndLeave(
                    RestAssured.port, RawHttp.chunkedHead("/probe/bytes") + RawHttp.chunk("x".repeat(20_000)));
            Thread.sleep(500);
            assertThat(log.all()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/probe/echo | OPTIONS, POST",
                "/probe/named/a | GET, HEAD, OPTIONS, PUT",
                "/probe/me | GET, HEAD, OPTIONS"
            })
    void namesTheMethodsThatAnAddressTakes(String path, String allowed) {
        given().delete(path).then().statusCode(405).header("Allow", allowed);
    }

    @Test
    void refusesALongAddress() throws IOException {
        problem(get("/probe/" + "x".repeat(5_000), ""), 414, "uri_too_long");
    }

    @Test
    void refusesLargeHeaders() throws IOException {
        problem(get("/probe/me", "X-Padding: " + "x".repeat(17_000) + "\r\n"), 431, "headers_too_large");
    }

    @Test
    void neverUnpacksABody() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"count\": 1".getBytes(StandardCharsets.US_ASCII));
            // Ten megabytes of blanks take ten kilobytes.
            for (int i = 0; i < 10; i++) {
                gzip.write(" ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII));
            }
            gzip.write("}".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(packed.size()).isLessThan(65_536);
        given().contentType("application/json")
                .header("Content-Encoding", "gzip")
                .body(packed.toByteArray())
                .post("/probe/echo")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed_json"));
        int read = given().contentType("application/octet-stream")
                .header("Content-Encoding", "gzip")
                .body(packed.toByteArray())
                .post("/probe/bytes")
                .then()
                .extract()
                .as(Integer.class);
        assertThat(read).isEqualTo(packed.size());
    }

    @ParameterizedTest
    @CsvSource({"/probe/named/a", "/probe/me", "/nothing", "/probe/fail/other", "/probe/fail/connections"})
    void tellsBrowsersToKeepAndLoadNothing(String path) throws IOException {
        safe(get(path, ""));
    }

    @Test
    void tellsBrowsersSoWhereTheServerRefuses() throws IOException {
        safe(get("/probe/" + "x".repeat(5_000), ""));
        safe(get("/probe/me", "X-Padding: " + "x".repeat(17_000) + "\r\n"));
    }

    @Test
    void closesTheConnectionOfABodyThatItDoesNotRead() throws IOException {
        String head = RawHttp.chunkedHead("/probe/echo").replace("Transfer-Encoding: chunked", "Content-Length: 70000");
        problem(RawHttp.send(RestAssured.port, head), 413, "payload_too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /probe/me HTTP/9.9\r\nConnection: close\r\n\r\n"})
    void answersAHeadThatTheServerCannotTakeWithAProblem(String request) throws IOException {
        try (LogLines log = LogLines.open()) {
            assertThat(RawHttp.send(RestAssured.port, request))
                    .contains(" 400 ", "\"code\":\"invalid_request\"")
                    .doesNotContain("vertx");
            assertThat(log.all()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense\r\n\r\n", "GET  \r\n\r\n"})
    void answersWhatIsNoHttpWithAStatus(String request) throws IOException {
        try (LogLines log = LogLines.open()) {
            assertThat(RawHttp.send(RestAssured.port, request)).startsWith("HTTP/1.0 400 ");
            assertThat(log.all()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"/probe/fail/other, 500", "/probe/fail/sql, 500", "/probe/fail/connections, 503"})
    void logsOneLineForAFaultOfOursWithTheRequestsId(String path, int status) {
        try (LogLines log = LogLines.open()) {
            given().header("X-Request-Id", "req-7").get(path).then().statusCode(status);
            assertThat(log.alarms()).hasSize(1);
            assertThat(log.alarms().getFirst().requestId()).isEqualTo("req-7");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/probe/fail/spec, 400",
        "/probe/me, 401",
        "/probe/unannotated, 401",
        "/nothing, 404",
        "/probe/echo, 405"
    })
    void logsNothingForAFaultOfTheCaller(String path, int status) {
        try (LogLines log = LogLines.open()) {
            given().get(path).then().statusCode(status);
            assertThat(log.all()).isEmpty();
        }
    }

    private static String get(String path, String headers) throws IOException {
        return RawHttp.send(
                RestAssured.port,
                "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n");
    }

    private static void safe(String answer) {
        for (String header : new String[] {
            "cache-control: no-store",
            "content-security-policy: default-src 'none'; frame-ancestors 'none'",
            "referrer-policy: no-referrer",
            "x-content-type-options: nosniff",
            "x-frame-options: deny"
        }) {
            assertThat(answer).containsOnlyOnce("HTTP/1.1").containsIgnoringCase("\r\n" + header + "\r\n");
        }
    }

    private static void problem(String answer, int status, String code) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("x-request-id: ")
                .contains("\"code\":\"" + code + "\"", "\"traceId\":\"");
    }
}
