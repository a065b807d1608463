package io.plumbline.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.local.gateway.Door.Patience;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Streams of events through the gateway. */
class StreamTest {
    private static final String PATH = "/analytics/jobs/7/stream";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static Backends backends;
    private static Gateway gateway;

    @BeforeAll
    static void start() {
        backends = Backends.start();
        gateway = Gateway.start(Gateway.LOOPBACK, 0, 0, backends.origins(), () -> "{}", Door.fromEnvironment(Map.of()));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        backends.close();
    }

    @Test
    void handsEachEventOnAtOnceAndUnpacked() throws Exception {
        HttpResponse<InputStream> stream = open();
        assertThat(stream.headers().firstValue("Content-Type")).contains("text/event-stream");
        assertThat(stream.headers().firstValue("Content-Encoding")).isEmpty();
        try (InputStream body = stream.body()) {
            for (int i = 0; i < 5; i++) {
                long from = System.nanoTime();
                assertThat(body.readNBytes(13)).asString(StandardCharsets.UTF_8).isEqualTo("id:1\ndata:x\n\n");
                // One that is collected until a buffer is full would come after half a minute.
                assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(10));
            }
        }
        awaitListeners(0);
    }

    @Test
    void manyStreamsKeepNoCallWaiting() throws Exception {
        List<HttpResponse<InputStream>> streams = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            streams.add(open());
        }
        HttpRequest call = HttpRequest.newBuilder(address("/analytics/jobs/7"))
                .timeout(Duration.ofSeconds(30))
                .build();
        assertThat(CLIENT.send(call, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        for (HttpResponse<InputStream> stream : streams) {
            stream.body().close();
        }
        awaitListeners(0);
    }

    @Test
    void aClientThatTakesNothingIsLetGo() throws Exception {
        Patience little = new Patience(Patience.USUAL.head(), Patience.USUAL.body(), Duration.ofSeconds(2));
        Door door = new Door(Optional.empty(), Cors.of(""), 2, little);
        try (Gateway hasty = Gateway.start(Gateway.LOOPBACK, 0, 0, backends.origins(), () -> "{}", door);
                Socket stopped = new Socket()) {
            stopped.setReceiveBufferSize(2_048);
            stopped.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), hasty.port()));
            stopped.getOutputStream()
                    .write(("GET " + PATH + "?much=1 HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            awaitListeners(1);
            awaitListeners(0);
        }
    }

    @Test
    void streamsDoNotKeepTheGatewayFromEnding() throws Exception {
        Gateway ending =
                Gateway.start(Gateway.LOOPBACK, 0, 0, backends.origins(), () -> "{}", Door.fromEnvironment(Map.of()));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ending.port() + PATH))
                .build();
        try (InputStream body =
                CLIENT.send(request, BodyHandlers.ofInputStream()).body()) {
            assertThat(body.read()).isEqualTo('i');
            long from = System.nanoTime();
            ending.close();
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(15));
        }
        awaitListeners(0);
    }

    private static void awaitListeners(int count) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(45);
        while (backends.listeners() != count && Instant.now().isBefore(end)) {
            Thread.sleep(20);
        }
        assertThat(backends.listeners()).isEqualTo(count);
    }

    private static HttpResponse<InputStream> open() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address(PATH))
                .header("Accept-Encoding", "gzip")
                .build();
        return CLIENT.send(request, BodyHandlers.ofInputStream());
    }

    private static URI address(String path) {
        return URI.create("http://127.0.0.1:" + gateway.port() + path);
    }
}
