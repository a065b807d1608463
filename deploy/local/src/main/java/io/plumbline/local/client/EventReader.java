package io.plumbline.local.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;

/** Reads server-sent events, and knows over connections which one was the last. */
final class EventReader {
    private static final Set<String> AWAY = Set.of("reconnect", "reauth");

    private String lastId = "";

    /** Why a connection gives nothing more. */
    enum Outcome {
        /** There is nothing more to come. */
        ENDED,
        /** The service asked to come again. */
        SENT_AWAY,
        BROKEN
    }

    /** The last event that came whole; empty before the first. */
    String lastId() {
        return lastId;
    }

    Outcome read(InputStream body, Consumer<JobEvent> seen) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        String id = null;
        String name = "";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id:")) {
                id = value(line);
            } else if (line.startsWith("event:")) {
                name = value(line);
            } else if (line.startsWith("data:")) {
                data.append(value(line));
            } else if (line.isEmpty() && !data.isEmpty()) {
                lastId = id == null ? lastId : id;
                if (name.equals("end")) {
                    return Outcome.ENDED;
                }
                if (AWAY.contains(name)) {
                    return Outcome.SENT_AWAY;
                }
                tell(name, data.toString(), seen);
                id = null;
                name = "";
                data.setLength(0);
            }
        }
        return Outcome.BROKEN;
    }

    private static void tell(String name, String data, Consumer<JobEvent> seen) throws IOException {
        try {
            seen.accept(new JobEvent(name, ApiClient.JSON.readTree(data)));
        } catch (JsonProcessingException e) {
            throw new IOException("an event that is no JSON", e);
        }
    }

    private static String value(String line) {
        return line.substring(line.indexOf(':') + 1).stripLeading();
    }
}
