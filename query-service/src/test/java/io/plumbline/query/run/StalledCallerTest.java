package io.plumbline.query.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.TestTokens;
import io.plumbline.query.testing.Activity;
import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Neighbours;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A caller who stops reading in the middle of an answer, or goes away there, gives the connection back. */
@QuarkusTest
@WithTestResource(value = Neighbours.class, initArgs = @ResourceArg(name = "patience", value = "4S"))
class StalledCallerTest {
    /** As many as a tenant may have of the pool's connections. */
    private static final int CALLS = 12;
    /** Some megabytes: more than the sockets in between hold. */
    private static final String LARGE = """
            {"measures": [%s], "dimensions": [{"field": "metric_time", "granularity": "day"}],
             "time": {"from": "2023-01-01", "to": "2026-01-01", "compare": "previous_period"}, "limit": 1000}
            """.formatted(IntStream.range(0, 10)
            .mapToObj(i -> "{\"name\": \"created\", \"as\": \"%s%d\", \"n\": true}".formatted("a".repeat(49), i))
            .collect(Collectors.joining(", ")));

    @Test
    void cutsACallerOffWhoReadsNothing() throws IOException {
        try (Socket caller = call("application/x-ndjson")) {
            caller.getInputStream().readNBytes(1_000);
            assertThat(Activity.transactions()).hasSize(1);
            Activity.awaitNoTransaction(Duration.ofSeconds(30));
        }
    }

    @Test
    void losesNoConnectionToCallersWhoReadNothing() throws IOException {
        List<Socket> callers = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            callers.add(call("text/csv"));
            callers.getLast().getInputStream().readNBytes(1_000);
        }
        Activity.awaitNoTransaction(Duration.ofSeconds(30));
        Call.run("acme", LARGE).statusCode(200);
        for (Socket caller : callers) {
            caller.close();
        }
    }

    @Test
    void losesNoConnectionToCallersWhoGoAwayInTheMiddle() throws IOException {
        for (int i = 0; i < 2 * CALLS; i++) {
            try (Socket caller = call("application/x-ndjson")) {
                byte[] begun = caller.getInputStream().readNBytes(1_000);
                assertThat(begun).asString(StandardCharsets.UTF_8).hasSize(1_000);
            }
        }
        // Sooner than a caller who only stalls is cut off.
        Activity.awaitNoTransaction(Duration.ofSeconds(3));
        Call.run("acme", LARGE).statusCode(200);
    }

    private static Socket call(String accept) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), RestAssured.port));
        String request = """
                POST /analytics/run HTTP/1.1\r
                Host: localhost\r
                Accept: %s\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s""".formatted(accept, TestTokens.viewer("acme"), LARGE.length(), LARGE);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
