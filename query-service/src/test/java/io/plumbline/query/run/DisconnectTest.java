package io.plumbline.query.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.embedded.TestTokens;
import io.plumbline.query.testing.Activity;
import io.plumbline.query.testing.Call;
import io.plumbline.query.testing.Neighbours;
import io.plumbline.query.testing.TableLock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A caller who goes away leaves nothing running. A locked table stands for a query that takes long. */
@QuarkusTest
@WithTestResource(Neighbours.class)
class DisconnectTest {
    private static final String SPEC = "{\"measures\": [{\"name\": \"created\"}]}";
    /** A tenant's share of the connections. */
    private static final int SHARE = 12;
    /** More than that, so that some calls still wait. */
    private static final int CALLS = 24;

    @Test
    void cancelsTheStatementOfACallerWhoIsGone() throws IOException {
        try (TableLock lock = TableLock.of("warehouse.issues")) {
            try (Socket caller = call()) {
                assertThat(caller.isConnected()).isTrue();
                Activity.await(running -> running.size() == 1);
            }
            Activity.await(List::isEmpty);
            assertThat(lock.isHeld()).isTrue();
        }
    }

    @Test
    void losesNoConnectionToCallersWhoAreGone() throws IOException {
        try (TableLock lock = TableLock.of("warehouse.issues")) {
            List<Socket> callers = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                callers.add(call());
            }
            Activity.await(running -> running.size() == SHARE);
            for (Socket caller : callers) {
                caller.close();
            }
            Activity.await(List::isEmpty);
            assertThat(lock.isHeld()).isTrue();
        }
        for (int i = 0; i < CALLS; i++) {
            Call.runFresh("acme", SPEC).statusCode(200);
        }
    }

    private static Socket call() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        String request = """
                POST /analytics/run?cache=fresh HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s""".formatted(TestTokens.viewer("acme"), SPEC.length(), SPEC);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
