package io.plumbline.load.chaos;

import io.plumbline.load.faults.Processes;
import io.plumbline.load.faults.Processes.Running;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counters of the processes that run jobs, of killed ones as they were seen last: what is summed up is a lower bound. */
final class Metrics {
    private static final int MANAGEMENT = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String FENCED = "plumbline_jobs_fenced_total";

    private final Processes processes;
    private final Map<Long, Double> fenced = new ConcurrentHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Metrics(Processes processes) {
        this.processes = processes;
    }

    /** How many workers came back after their job was taken from them, and changed nothing. */
    long fenced() {
        return Math.round(
                fenced.values().stream().mapToDouble(Double::doubleValue).sum());
    }

    void look() {
        try {
            for (Running one : processes.all("job-service")) {
                text(one, "/q/metrics")
                        .lines()
                        .filter(line -> line.startsWith(FENCED))
                        .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                        .forEach(value -> fenced.put(one.pid(), value));
            }
        } catch (IOException e) {
            // The record is being written just now.
            return;
        }
    }

    /** Whether the service says that it is ready. */
    boolean isReady(Running service) {
        // The first of several states is that of the whole.
        return text(service, "/q/health/ready").stripLeading().matches("(?s)\\{\\s*\"status\"\\s*:\\s*\"UP\".*");
    }

    /** Empty where it does not answer. */
    private String text(Running one, String path) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (one.port() + MANAGEMENT) + path))
                                    .timeout(PATIENCE)
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
