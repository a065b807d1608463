package io.plumbline.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads written demo data back. */
final class DemoRecords {
    private static final DateTimeFormatter ISSUE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> lines = new ArrayList<>();

    DemoRecords(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(JSON.readTree(line));
            }
        }
    }

    List<JsonNode> of(String kind) {
        return lines.stream()
                .filter(l -> l.get("kind").asText().equals(kind))
                .map(l -> l.get("data"))
                .toList();
    }

    static Instant issueTime(JsonNode node) {
        return OffsetDateTime.parse(node.asText(), ISSUE_TIME).toInstant();
    }

    static Instant sprintTime(JsonNode node) {
        return OffsetDateTime.parse(node.asText()).toInstant();
    }
}
