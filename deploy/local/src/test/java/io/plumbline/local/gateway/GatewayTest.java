package io.plumbline.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.local.state.PortPlan;
import io.plumbline.local.state.StackException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static Backends backends;
    private static Gateway gateway;

    @BeforeAll
    static void start() {
        backends = Backends.start();
        gateway = start(Gateway.LOOPBACK, backends.origins());
    }

    @AfterAll
    static void stop() {
        gateway.close();
        backends.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/analytics/ask, translator-service",
        "/analytics/sessions/7, translator-service",
        "/analytics/run, query-service",
        "/analytics/charts/render, query-service",
        "/analytics/schema, query-service",
        "/analytics/jobs/1/stream?ticket=x, job-service",
        "/analytics/imports?instance=main, job-service",
        "/analytics/instances/main/mapping, job-service",
        "/analytics/metrics/search?q=a%20b, catalog-service",
        "/analytics/metrics/export?format=osi, catalog-service",
        "/analytics/metrics/docs/velocity.html, catalog-service",
        "/analytics/dimensions, catalog-service",
        "/analytics/overlay/history, catalog-service"
    })
    void routesByPath(String path, String service) throws Exception {
        JsonObject seen = new JsonObject(get(path).body());
        assertThat(seen.getString("service")).isEqualTo(service);
        assertThat(seen.getString("uri")).isEqualTo(path);
    }

    @Test
    void beginsATraceAndNamesItInTheAnswer() throws Exception {
        HttpResponse<String> answer = get("/analytics/run");
        String id = answer.headers().firstValue("X-Trace-Id").orElseThrow();
        assertThat(id).matches("[0-9a-f]{32}");
        assertThat(new JsonObject(answer.body()).getString("traceparent")).matches("00-" + id + "-[0-9a-f]{16}-00");
    }

    @Test
    void writesItsPartOfTheTracesThatAreKept(@TempDir Path folder) throws Exception {
        try (Gateway kept = start(Traces.in(folder))) {
            URI uri = URI.create("http://127.0.0.1:" + kept.port() + "/analytics/run");
            HttpRequest request = HttpRequest.newBuilder(uri)
                    .header("traceparent", "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-00")
                    .build();
            String seen = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
            assertThat(new JsonObject(seen).getString("traceparent")).matches("00-a{32}-[0-9a-f]{16}-01");
        }
        Path file = folder.resolve("gateway.ndjson");
        for (int i = 0; i < 1_500 && !(Files.exists(file) && Files.size(file) > 0); i++) {
            Thread.sleep(20);
        }
        assertThat(Files.readString(file)).contains("GET /analytics/run", "a".repeat(32), "b".repeat(16), "request_id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/analytics",
                "/analytics/",
                "/analytics/nothing",
                "/analytics/runaway",
                "/internal/catalog",
                "/q/metrics",
                "/Analytics/run",
                "/favicon.ico"
            })
    void answers404ToWhatNoServiceHas(String path) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(404);
        assertProblem(response, "not_found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/analytics/metrics/../../internal/catalog",
                "/analytics/metrics/%2e%2e/%2E%2E/internal/catalog",
                "/analytics/metrics/..%2f..%2Finternal/catalog",
                "/analytics/metrics//internal",
                "/analytics/metrics/..;x/internal",
                "/analytics/./metrics"
            })
    void refusesPathsThatMeanAnotherOne(String path) throws Exception {
        assertThat(RawHttp.status(gateway.port(), "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .isEqualTo(400);
    }

    @Test
    void passesASaneRequestIdOnAndBack() throws Exception {
        HttpResponse<String> response = send(request("/analytics/run").header("X-Request-Id", "trace-1.a_B"));
        assertThat(new JsonObject(response.body()).getString("requestId")).isEqualTo("trace-1.a_B");
        assertThat(response.headers().allValues("X-Request-Id")).containsExactly("trace-1.a_B");
    }

    @Test
    void replacesAnInsaneRequestId() throws Exception {
        HttpResponse<String> response = send(request("/analytics/run").header("X-Request-Id", "a b<script>"));
        String id = response.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(id).matches("[0-9a-f-]{36}");
        assertThat(new JsonObject(response.body()).getString("requestId")).isEqualTo(id);
    }

    @Test
    void addsSecurityHeadersToEveryAnswer() throws Exception {
        for (String path : new String[] {"/", "/analytics/run", "/nothing", "/.well-known/jwks.json"}) {
            assertThat(get(path).headers().map())
                    .containsKeys(
                            "x-content-type-options",
                            "x-frame-options",
                            "content-security-policy",
                            "referrer-policy",
                            "x-request-id");
        }
    }

    @Test
    void keepsThePolicyOfAPage() throws Exception {
        HttpResponse<String> response = get("/analytics/metrics/docs?policy=style-src");
        assertThat(response.headers().allValues("Content-Security-Policy")).containsExactly("style-src");
        assertThat(get("/analytics/metrics/docs").headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'");
    }

    @Test
    void dropsForwardingHeadersOfTheCaller() throws Exception {
        HttpResponse<String> response = send(request("/analytics/run")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Host", "evil.test")
                .header("X-Plumbline-Admitted", "counted-already")
                .header("Authorization", "Bearer t"));
        assertThat(response.body()).doesNotContain("10.0.0.1", "evil.test", "counted-already");
        assertThat(new JsonObject(response.body()).getString("authorization")).isEqualTo("Bearer t");
    }

    @Test
    void publishesTheKeys() throws Exception {
        assertThat(get("/.well-known/jwks.json").body()).isEqualTo("{\"keys\":[]}");
        HttpResponse<String> posted = send(request("/.well-known/jwks.json").POST(BodyPublishers.noBody()));
        assertThat(posted.statusCode()).isEqualTo(405);
        assertProblem(posted, "method_not_allowed");
    }

    @Test
    void saysWhatIsHere() throws Exception {
        assertThat(get("/").body()).contains("Plumbline", "/analytics/ask");
    }

    @Test
    void passesASmallBody() throws Exception {
        String body = "x".repeat(64 * 1024);
        assertThat(new JsonObject(post("/analytics/run", body).body()).getLong("bytes"))
                .isEqualTo(65536);
    }

    @Test
    void passesASmallBodyOfUnknownLength() throws Exception {
        HttpResponse<String> response =
                send(request("/analytics/run").POST(BodyPublishers.ofInputStream(() -> new Zeros(60_000))));
        assertThat(new JsonObject(response.body()).getLong("bytes")).isEqualTo(60_000);
    }

    @Test
    void refusesABodyThatIsTooLong() throws Exception {
        HttpResponse<String> response = post("/analytics/run", "x".repeat(64 * 1024 + 1));
        assertThat(response.statusCode()).isEqualTo(413);
        assertProblem(response, "payload_too_large");
    }

    @Test
    void passesACatalogFileOfAMegabyte() throws Exception {
        String body = "x".repeat(1 << 20);
        assertThat(new JsonObject(post("/analytics/metrics/import?format=dbt", body)
                                .body())
                        .getLong("bytes"))
                .isEqualTo(1 << 20);
        assertProblem(post("/analytics/metrics/import", body + "x"), "payload_too_large");
        assertThat(post("/analytics/metrics", body).statusCode()).isEqualTo(413);
    }

    @Test
    void refusesABodyOfUnknownLengthThatIsTooLong() throws Exception {
        assertThat(RawHttp.chunked(gateway.port(), "/analytics/run", 200_000)).isEqualTo(413);
    }

    @Test
    void streamsALargeImport() throws Exception {
        long size = 300L << 20;
        HttpResponse<String> response = send(
                request("/analytics/imports?instance=main").POST(BodyPublishers.ofInputStream(() -> new Zeros(size))));
        assertThat(new JsonObject(response.body()).getLong("bytes")).isEqualTo(size);
    }

    @Test
    void keepsStatusAndProblemsOfTheService() throws Exception {
        HttpResponse<String> response = get("/analytics/run?status=422");
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("Location")).contains("/analytics/imports/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1", "http://no-such-host.invalid:8082"})
    void answers503WhenAServiceIsAway(String origin) throws Exception {
        try (Gateway lonely = start(
                Gateway.LOOPBACK, Origins.fromEnvironment(Map.of("PLUMBLINE_QUERY_URL", origin), new PortPlan(0)))) {
            HttpResponse<String> response = CLIENT.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + lonely.port() + "/analytics/run"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).contains("2");
            assertProblem(response, "unavailable");
            assertThat(response.body()).contains("query-service");
        }
    }

    @Test
    void saysThatItIsUp() throws Exception {
        HttpResponse<String> response = get("/q/health");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(new JsonObject(response.body()).getString("status")).isEqualTo("UP");
    }

    @Test
    void saysThatAnAddressIsNotOneOfThisMachine() {
        assertThatThrownBy(() -> start("192.0.2.1", backends.origins()))
                .isInstanceOf(StackException.class)
                .hasMessageStartingWith("The gateway can't listen on 192.0.2.1");
    }

    @Test
    void finishesItsAnswersBeforeItEnds() throws Exception {
        Gateway ending = start(Gateway.LOOPBACK, backends.origins());
        URI address = URI.create("http://127.0.0.1:" + ending.port());
        CompletableFuture<HttpResponse<String>> slow = CLIENT.sendAsync(
                HttpRequest.newBuilder(address.resolve("/analytics/run?wait=told"))
                        .build(),
                BodyHandlers.ofString());
        backends.awaitWaiting();
        CompletableFuture<Void> end = CompletableFuture.runAsync(ending::close);
        HttpRequest late = HttpRequest.newBuilder(address.resolve("/q/health")).build();
        HttpResponse<String> refused = CLIENT.send(late, BodyHandlers.ofString());
        while (refused.statusCode() == 200) {
            refused = CLIENT.send(late, BodyHandlers.ofString());
        }
        assertThat(refused.statusCode()).isEqualTo(503);
        assertProblem(refused, "unavailable");
        backends.answerWaiting();
        assertThat(slow.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(end).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void answers502WhenAServiceBreaksOff() throws Exception {
        HttpResponse<String> response = get("/analytics/run?break=1");
        assertThat(response.statusCode()).isEqualTo(502);
        assertProblem(response, "bad_gateway");
    }

    private static Gateway start(Traces traces) {
        Door door = Door.fromEnvironment(Map.of());
        return Gateway.start(Gateway.LOOPBACK, 0, 0, backends.origins(), () -> "", door, traces);
    }

    private static Gateway start(String host, Origins origins) {
        return Gateway.start(host, 0, 0, origins, () -> "{\"keys\":[]}", Door.fromEnvironment(Map.of()));
    }

    @Test
    void handsAnAnswerOnWhileItIsMade() throws Exception {
        HttpResponse<InputStream> response = open("/analytics/run?stream=1");
        HttpHeaders headers = response.headers();
        assertThat(headers.allValues("Content-Type")).containsExactly("text/csv;charset=UTF-8;header=present");
        assertThat(headers.allValues("Vary")).contains("Accept");
        assertThat(headers.allValues("Plumbline-Total")).containsExactly("2");
        assertThat(headers.allValues("Plumbline-Meta")).containsExactly("{\"data_version\":7}");
        try (InputStream body = response.body()) {
            assertThat(body.readNBytes(5)).asString(StandardCharsets.UTF_8).isEqualTo("first");
            backends.endStream();
            assertThat(body.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("last");
        }
    }

    @Test
    void breaksOffWhatAServiceBreaksOff() throws Exception {
        try (InputStream body = open("/analytics/run?stream=1").body()) {
            assertThat(body.readNBytes(5)).hasSize(5);
            backends.cutStream();
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void doesNotWaitAtItsEndForWhatWasBrokenOff() throws Exception {
        Gateway ending = start(Gateway.LOOPBACK, backends.origins());
        URI address = URI.create("http://127.0.0.1:" + ending.port() + "/analytics/run?stream=1");
        try (InputStream body = CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream())
                .body()) {
            assertThat(body.readNBytes(5)).hasSize(5);
            backends.cutStream();
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
        // Less than it waits for answers that still come.
        assertThat(CompletableFuture.runAsync(ending::close)).succeedsWithin(Duration.ofSeconds(15));
    }

    private static HttpResponse<InputStream> open(String path) throws Exception {
        return CLIENT.send(request(path).build(), BodyHandlers.ofInputStream());
    }

    private static void assertProblem(HttpResponse<String> response, String code) {
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonObject problem = new JsonObject(response.body());
        assertThat(problem.getString("code")).isEqualTo(code);
        assertThat(problem.getString("type")).isEqualTo("https://plumbline.dev/problems/" + code);
        assertThat(problem.getInteger("status")).isEqualTo(response.statusCode());
        assertThat(problem.getString("traceId"))
                .isEqualTo(response.headers().firstValue("X-Request-Id").orElseThrow());
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** A body that needs no memory. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int given = (int) Math.min(length, left);
            left -= given;
            return given;
        }
    }
}
