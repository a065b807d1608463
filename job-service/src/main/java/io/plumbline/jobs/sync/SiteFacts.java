package io.plumbline.jobs.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.jobs.jira.JiraSite;
import io.plumbline.jobs.mapping.DetectedFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a site tells beside its issues: statuses, projects, sprints, and what its fields are called. */
final class SiteFacts {
    private final JiraSite jira;
    private final Batch batch;
    private final Map<String, String> names = new HashMap<>();

    SiteFacts(JiraSite jira, Batch batch) {
        this.jira = jira;
        this.batch = batch;
    }

    void fields() {
        for (JsonNode field : jira.fields()) {
            String id = field.path("id").asText();
            String name = field.path("name").asText();
            if (DetectedFields.isTelling(id, name)) {
                names.put(id, name);
            }
        }
    }

    /** Puts the names of an issue's telling fields into it, as an export with {@code expand=names} has them. */
    void name(ObjectNode issue) {
        ObjectNode named = issue.objectNode();
        names.forEach((id, name) -> {
            if (issue.path("fields").has(id)) {
                named.put(id, name);
            }
        });
        if (!named.isEmpty()) {
            issue.set("names", named);
        }
    }

    void statuses() throws IOException {
        for (JsonNode status : jira.statuses()) {
            batch.add("status", status);
        }
    }

    /** @param wanted keys; empty for all */
    void projects(Collection<String> wanted) throws IOException {
        List<JsonNode> projects = new ArrayList<>();
        jira.projects(projects::add);
        for (JsonNode project : projects) {
            if (wanted.isEmpty() || wanted.contains(project.path("key").asText())) {
                batch.add("project", project);
            }
        }
    }

    /**
     * The sprints of all boards.
     *
     * @param open the sprints that had not ended when last heard of; null: all sprints are read, else only those that have not
     *     ended, and of the others the ones among these
     */
    void sprints(Collection<String> open) throws IOException {
        List<JsonNode> boards = jira.boards();
        Map<String, String> boardNames = new HashMap<>();
        boards.forEach(board ->
                boardNames.put(board.path("id").asText(), board.path("name").asText()));
        Set<String> met = new HashSet<>();
        for (JsonNode board : boards) {
            if (!board.path("type").asText().equals("kanban")) {
                List<JsonNode> sprints = new ArrayList<>();
                jira.sprints(board.path("id").asText(), open != null, sprints::add);
                for (JsonNode sprint : sprints) {
                    add(sprint, boardNames, met);
                }
            }
        }
        for (String id : open == null ? List.<String>of() : open) {
            if (!met.contains(id)) {
                var sprint = jira.sprint(id);
                if (sprint.isPresent()) {
                    add(sprint.get(), boardNames, met);
                }
            }
        }
    }

    /** A sprint shows on every board that has one of its issues; its own board is named in it by its id. */
    private void add(JsonNode sprint, Map<String, String> boardNames, Set<String> met) throws IOException {
        if (!met.add(sprint.path("id").asText())) {
            return;
        }
        ObjectNode named = sprint.deepCopy();
        String board = boardNames.get(sprint.path("originBoardId").asText());
        if (board != null && !board.isBlank()) {
            named.put("boardName", board);
        }
        batch.add("sprint", named);
    }
}
