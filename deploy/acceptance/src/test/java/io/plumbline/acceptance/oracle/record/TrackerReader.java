package io.plumbline.acceptance.oracle.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.acceptance.oracle.model.Issue;
import io.plumbline.acceptance.oracle.model.Sprint;
import io.plumbline.acceptance.oracle.model.Tracker;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a tracker's raw records, in whatever order they come. Of two versions of an issue the later updated counts. */
public final class TrackerReader {
    private final String instance;
    private final Map<String, List<JsonNode>> records = new HashMap<>();

    private TrackerReader(String instance, List<JsonNode> lines) {
        this.instance = instance;
        for (JsonNode line : lines) {
            records.computeIfAbsent(line.get("kind").asText(), k -> new ArrayList<>())
                    .add(line.get("data"));
        }
    }

    public static Tracker read(String instance, List<JsonNode> lines) {
        return new TrackerReader(instance, lines).read();
    }

    private Tracker read() {
        List<JsonNode> raw = newestIssues();
        Map<String, Sprint> sprints = new HashMap<>();
        of("sprint").forEach(s -> sprints.put(s.get("id").asText(), SprintReader.read(instance, s)));
        List<Issue> issues = new ArrayList<>();
        raw.forEach(i -> issues.add(new IssueReader(instance, i).read()));
        return new Tracker(instance, new StatusReader().read(of("status"), raw), people(raw), sprints, issues);
    }

    private List<JsonNode> of(String kind) {
        return records.getOrDefault(kind, List.of());
    }

    private List<JsonNode> newestIssues() {
        Map<String, JsonNode> newest = new LinkedHashMap<>();
        for (JsonNode issue : of("issue")) {
            newest.merge(issue.get("id").asText(), issue, (a, b) -> updated(a).isAfter(updated(b)) ? a : b);
        }
        return List.copyOf(newest.values());
    }

    private static Instant updated(JsonNode issue) {
        return Times.read(issue.at("/fields/updated"));
    }

    private Map<String, String> people(List<JsonNode> issues) {
        Map<String, String> people = new HashMap<>();
        for (JsonNode issue : issues) {
            person(people, issue.at("/fields/assignee"));
            person(people, issue.at("/fields/reporter"));
        }
        of("user").forEach(u -> person(people, u));
        return people;
    }

    private static void person(Map<String, String> people, JsonNode json) {
        if (json.hasNonNull("accountId")) {
            people.put(json.get("accountId").asText(), json.get("displayName").asText());
        }
    }
}
