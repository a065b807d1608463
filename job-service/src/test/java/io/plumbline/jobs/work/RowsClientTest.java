package io.plumbline.jobs.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.jobs.progress.Expectation;
import io.plumbline.spec.delegation.Delegations;
import io.plumbline.spec.tenant.Caller;
import io.plumbline.spec.tenant.Tenant;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who leaves lets the other side know at once, at a server that never answers. */
@QuarkusTest
@WithTestResource(QueryStand.class)
class RowsClientTest {
    @Inject
    Delegations delegations;

    @Inject
    WorkConfig config;

    @Test
    void leavingClosesTheConnectionBeforeTheFirstRow() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var claim = new Claim(
                    UUID.randomUUID(),
                    1,
                    1,
                    4,
                    new Caller(Tenant.of("acme"), "ana", Set.of()),
                    "{}",
                    "shape",
                    0,
                    null,
                    null);
            Run run = new Run(claim, Expectation.none());
            CompletableFuture<Throwable> end = open(new RowsClient(delegations, at(server)), run);
            try (Socket connection = server.accept()) {
                InputStream request = connection.getInputStream();
                assertThat(request.readNBytes(4)).asString().isEqualTo("POST");
                run.stop(Stop.CANCELLED);
                connection.setSoTimeout(30_000);
                assertThat(request.readAllBytes()).asString().contains(Delegations.HEADER);
            }
            assertThat(end.get(30, TimeUnit.SECONDS)).isInstanceOf(StoppedException.class);
        }
    }

    @Test
    void aServerThatIsAwayCostsNoAttempt() throws IOException, ExecutionException, InterruptedException {
        WorkConfig away;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            away = at(server);
        }
        var claim = new Claim(
                UUID.randomUUID(),
                1,
                1,
                4,
                new Caller(Tenant.of("acme"), "ana", Set.of()),
                "{}",
                "shape",
                0,
                null,
                null);
        Throwable failure = open(new RowsClient(delegations, away), new Run(claim, Expectation.none()))
                .get();
        assertThat(failure).isInstanceOfSatisfying(AttemptException.class, it -> {
            assertThat(it.isWorthAnother()).isTrue();
            assertThat(it.isBegun()).isFalse();
        });
    }

    private static CompletableFuture<Throwable> open(RowsClient client, Run run) {
        return CompletableFuture.supplyAsync(() -> {
            try (Lines rows = client.open(run, null)) {
                return new AssertionError("rows of nobody: " + rows.next().length);
            } catch (IOException | InterruptedException | RuntimeException e) {
                return e;
            }
        });
    }

    private WorkConfig at(ServerSocket server) {
        return (WorkConfig) Proxy.newProxyInstance(
                WorkConfig.class.getClassLoader(),
                new Class<?>[] {WorkConfig.class},
                (_, method, _) -> method.getName().equals("queryUrl")
                        ? URI.create("http://127.0.0.1:" + server.getLocalPort())
                        : method.invoke(config));
    }
}
