package io.plumbline.translator.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.spec.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;

/** Acts on the neighbours from within a test, and reads what the service sent them. */
public final class Wire {
    static final String ADDRESS = "test.neighbours";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Wire() {}

    /** Everything answers as usual again; what was sent is forgotten. */
    public static void reset() {
        call("reset", "");
    }

    /** A path answers this from now on. */
    public static void answer(String path, int status, String body) {
        answerAfter(0, path, status, body);
    }

    public static void answerAfter(long millis, String path, int status, String body) {
        var script = Json.mapper().createObjectNode();
        script.put("path", path).put("status", status).put("body", body).put("delay", millis);
        call("answer", script.toString());
    }

    /** What was sent to a path, oldest first: method, path, authorization, content_type, body. */
    public static List<JsonNode> calls(String path) {
        return StreamSupport.stream(call("calls", "").spliterator(), false)
                .filter(call -> call.get("path").asText().equals(path))
                .toList();
    }

    private static JsonNode call(String action, String body) {
        var address = ConfigProvider.getConfig().getValue(ADDRESS, String.class) + "/control/" + action;
        var request = HttpRequest.newBuilder(URI.create(address))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return Json.mapper()
                    .readTree(CLIENT.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
