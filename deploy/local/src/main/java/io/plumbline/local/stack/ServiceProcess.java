package io.plumbline.local.stack;

import io.plumbline.embedded.Leash;
import io.plumbline.local.state.StackException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A service as a child process. */
final class ServiceProcess {
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(25);
    private static final Duration CHECK_EVERY = Duration.ofMillis(150);

    private final Instance instance;
    private final Leash leash;
    private final Path log;

    private ServiceProcess(Instance instance, Leash leash, Path log) {
        this.instance = instance;
        this.leash = leash;
        this.log = log;
    }

    static ServiceProcess start(Instance instance, Path application, Map<String, String> environment, Path log) {
        List<String> command = new ArrayList<>(List.of(JvmFlags.java()));
        command.addAll(JvmFlags.service(instance.service()));
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        return new ServiceProcess(instance, Leash.start("TERM", command, environment, application, log), log);
    }

    Instance instance() {
        return instance;
    }

    Leash leash() {
        return leash;
    }

    void stop() {
        leash.stop(STOP_PATIENCE);
    }

    /** Returns when the service says that it is ready; a service that ends before is the supervisor's matter. */
    void awaitReady(HttpClient client, int managementPort) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (isReady(client, request)) {
                return;
            }
            Thread.sleep(CHECK_EVERY);
        }
        throw new StackException(
                "%s is not ready after %d seconds. Its log ends with:\n%s"
                        .formatted(instance.title(), START_PATIENCE.toSeconds(), LogTail.of(log)),
                "The whole log: " + log);
    }

    private boolean isReady(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
