package io.plumbline.acceptance.product;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Reads a job's stream, as a person's client does: the ids of its events, and the names of all that was said. */
final class Watcher implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Long> ids = new CopyOnWriteArrayList<>();
    private final List<String> names = new CopyOnWriteArrayList<>();
    private final Thread reading;

    /** @param after the last event that is known already; 0 where none is */
    Watcher(URI service, String job, String token, long after) {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/analytics/jobs/" + job + "/stream"))
                .header("Authorization", "Bearer " + token)
                .header("Last-Event-ID", after == 0 ? "" : Long.toString(after))
                .build();
        reading = Thread.ofVirtual().start(() -> read(request));
    }

    /** The numbers of the events so far, as they came. */
    List<Long> ids() {
        return ids;
    }

    /** What was said last, of events and of the stream itself; empty at the beginning. */
    String lastWord() {
        return names.isEmpty() ? "" : names.getLast();
    }

    /** Whether the stream is over. */
    boolean isOver() {
        return !reading.isAlive();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private void read(HttpRequest request) {
        try (Stream<String> lines = http.send(request, BodyHandlers.ofLines()).body()) {
            lines.forEach(this::take);
        } catch (IOException broken) {
            names.add("broken: " + broken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(String line) {
        if (line.startsWith("id:")) {
            ids.add(Long.parseLong(line.substring(3).strip()));
        } else if (line.startsWith("event:")) {
            names.add(line.substring(6).strip());
        }
    }
}
