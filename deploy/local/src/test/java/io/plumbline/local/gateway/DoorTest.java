package io.plumbline.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.local.gateway.Door.Patience;
import io.plumbline.local.state.StackException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in at all, and for how long. */
class DoorTest {
    private static final String PAGE = "https://dashboards.example.com";
    private static final Patience SHORT =
            new Patience(Duration.ofMillis(600), Duration.ofMillis(600), Duration.ofMillis(600));
    private static final int FEW = 4;

    private static Backends backends;
    private static Gateway gateway;

    @BeforeAll
    static void start() {
        backends = Backends.start();
        gateway = gateway(new Door(Optional.empty(), Cors.of(PAGE + ", http://localhost:3000"), FEW, SHORT));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        backends.close();
    }

    @Test
    void tellsAListedPageThatItMayCall() throws Exception {
        HttpResponse<String> answer = preflight(PAGE);
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(PAGE);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("Authorization");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void letsAListedPageReadAnswers() throws Exception {
        HttpResponse<String> answer = send(request("/analytics/run").header("Origin", PAGE));
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(PAGE);
        assertThat(answer.headers().allValues("Vary")).contains("Origin");
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("Retry-After");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.test",
                "https://dashboards.example.com.evil.test",
                "http://dashboards.example.com",
                "https://dashboards.example.com:8443",
                "null"
            })
    void letsNoOtherPageCallOrRead(String origin) throws Exception {
        HttpResponse<String> answer = preflight(origin);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"origin_not_allowed\"");
        assertThat(send(request("/analytics/run").header("Origin", origin))
                        .headers()
                        .map()
                        .keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "dashboards.example.com", "https://a.test/path", "https://*.example.com", "null"})
    void takesOnlyExactOrigins(String list) {
        assertThatThrownBy(() -> Door.fromEnvironment(Map.of("PLUMBLINE_CORS_ORIGINS", list)))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("PLUMBLINE_CORS_ORIGINS");
    }

    @Test
    void closesAConnectionWhoseHeadDoesNotCome() throws Exception {
        assertThat(drip(gateway, "GET /analytics/run HTTP/1.1\r\nX-Slow: ", "x", 60))
                .isEmpty();
    }

    @Test
    void closesAConnectionWhoseBodyDoesNotCome() throws Exception {
        assertThat(drip(gateway, "POST /analytics/run HTTP/1.1\r\nHost: x\r\nContent-Length: 60\r\n\r\n", "x", 60))
                .isEmpty();
    }

    @Test
    void closesAnIdleConnection() throws Exception {
        assertThat(drip(gateway, "GET /q/health HTTP/1.1\r\nHost: x\r\n\r\n", "", 0))
                .startsWith("HTTP/1.1 200")
                .endsWith("}");
    }

    @Test
    void closesAnIdleConnectionWhoseTraceWasKept(@TempDir Path folder) throws Exception {
        try (Gateway kept = Gateway.start(
                Gateway.LOOPBACK,
                0,
                0,
                backends.origins(),
                () -> "",
                new Door(Optional.empty(), Cors.of(""), FEW, SHORT),
                Traces.in(folder))) {
            assertThat(drip(kept, "GET /analytics/run HTTP/1.1\r\nHost: x\r\n\r\n", "", 0))
                    .startsWith("HTTP/1.1 200")
                    .endsWith("}");
        }
    }

    @Test
    void letsAnUploadTakeItsTime() throws Exception {
        assertThat(drip(gateway, "POST /analytics/imports HTTP/1.1\r\nHost: x\r\nContent-Length: 20\r\n\r\n", "x", 20))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void waitsForALongAnswer() throws Exception {
        assertThat(send(request("/analytics/run?wait=900")).statusCode()).isEqualTo(200);
    }

    @Test
    void takesNoMoreConnectionsThanItMay() throws Exception {
        try (Gateway few = gateway(new Door(Optional.empty(), Cors.of(""), 2, Patience.USUAL))) {
            Socket first = connect(few.port());
            Socket second = connect(few.port());
            assertThat(ask(first)).startsWith("HTTP/1.1 200");
            assertThat(ask(second)).startsWith("HTTP/1.1 200");
            try (Socket third = connect(few.port())) {
                assertThat(third.getInputStream().read()).isNegative();
            }
            first.close();
            second.close();
            String next = "";
            for (Instant end = Instant.now().plusSeconds(30);
                    next.isEmpty() && Instant.now().isBefore(end); ) {
                try (Socket another = connect(few.port())) {
                    next = ask(another);
                } catch (IOException stillTwo) {
                    Thread.sleep(20);
                }
            }
            assertThat(next).startsWith("HTTP/1.1 200");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "many", "-5"})
    void refusesANumberOfConnectionsThatIsNone(String text) {
        assertThatThrownBy(() -> Door.fromEnvironment(Map.of("PLUMBLINE_MAX_CONNECTIONS", text)))
                .hasMessageContaining("PLUMBLINE_MAX_CONNECTIONS");
    }

    private static Gateway gateway(Door door) {
        return Gateway.start(Gateway.LOOPBACK, 0, 0, backends.origins(), () -> "", door);
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static String ask(Socket socket) throws IOException {
        write(socket, "GET /q/health HTTP/1.1\r\nHost: x\r\n\r\n");
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }

    /** Sends a text, then another one so many times, ten a second; gives what comes back until the gateway closes. */
    private static String drip(Gateway gateway, String start, String drop, int times) throws IOException {
        StringBuilder answer = new StringBuilder();
        int drops = 0;
        try (Socket socket = connect(gateway.port())) {
            socket.setSoTimeout(100);
            write(socket, start);
            while (drops < 300) {
                try {
                    int next = socket.getInputStream().read();
                    if (next < 0) {
                        return answer.toString();
                    }
                    answer.append((char) next);
                } catch (SocketTimeoutException silence) {
                    write(socket, drops++ < times ? drop : "");
                }
            }
            throw new AssertionError("still open after half a minute");
        } catch (SocketException closed) {
            // Closed with something unread.
            return answer.toString();
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static HttpResponse<String> preflight(String origin) throws Exception {
        return send(request("/analytics/run")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
