package io.plumbline.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.local.state.StackException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.function.Consumer;

/** Submits jobs, and follows them to their end. */
public final class Jobs {
    public static final String PATH = "/analytics/jobs";

    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Tries in a row that bring nothing new; then the service is gone for longer than a restart. */
    private static final int TRIES = 60;

    private final ApiClient api;

    public Jobs(ApiClient api) {
        this.api = api;
    }

    /** The job's view. */
    public JsonNode submit(JsonNode submission) {
        return api.post(PATH, submission).path("data");
    }

    public JsonNode show(String id) {
        return api.get(PATH + "/" + id).path("data");
    }

    public JsonNode cancel(String id) {
        return api.delete(PATH + "/" + id).path("data");
    }

    /**
     * Watches a job to its end. A connection that breaks is made anew; nothing is told twice.
     *
     * @param seen hears how the job stands
     * @return the job's view at its end
     */
    public JsonNode follow(String id, Consumer<JobEvent> seen) throws InterruptedException {
        EventReader reader = new EventReader();
        int tries = 0;
        while (true) {
            String before = reader.lastId();
            EventReader.Outcome outcome = listen(id, reader, seen);
            if (outcome == EventReader.Outcome.ENDED) {
                return show(id);
            }
            tries = reader.lastId().equals(before) && outcome == EventReader.Outcome.BROKEN ? tries + 1 : 0;
            if (tries >= TRIES) {
                throw new StackException(
                        "The job can't be followed: the connection broke again and again.",
                        "The job goes on by itself. See how it stands: ./plumbline jobs show " + id);
            }
            Thread.sleep(PAUSE);
        }
    }

    private EventReader.Outcome listen(String id, EventReader reader, Consumer<JobEvent> seen) {
        HttpRequest.Builder request = api.request(PATH + "/" + id + "/stream")
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "text/event-stream")
                .GET();
        if (!reader.lastId().isEmpty()) {
            request.header("Last-Event-ID", reader.lastId());
        }
        try {
            HttpResponse<InputStream> response = api.open(request);
            try (InputStream body = response.body()) {
                return response.statusCode() == 204 ? EventReader.Outcome.ENDED : reader.read(body, seen);
            }
        } catch (ApiProblem problem) {
            if (problem.status() == 502 || problem.status() == 503 || problem.status() == 429) {
                return EventReader.Outcome.BROKEN;
            }
            throw problem;
        } catch (IOException broken) {
            return EventReader.Outcome.BROKEN;
        }
    }

    /** A page of the result, as the API answers it. */
    public JsonNode page(String id, int page, int size) {
        return api.get(PATH + "/" + id + "/result?page=" + page + "&page_size=" + size);
    }

    /** Writes the whole result to a stream, in a form, as it comes. */
    public void write(String id, String mediaType, Path file) {
        try (InputStream body = result(id, mediaType)) {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StackException(
                    "The result could not be written to " + file + ": " + e.getMessage(),
                    "Check the folder and ./plumbline status; then run ./plumbline jobs result " + id + " again.",
                    e);
        }
    }

    /** The whole result in a form. */
    public InputStream result(String id, String mediaType) throws IOException {
        return api.open(api.request(PATH + "/" + id + "/result")
                        .timeout(PATIENCE)
                        .header("Accept", mediaType)
                        .GET())
                .body();
    }
}
