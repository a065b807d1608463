package io.plumbline.jobs.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.jobs.tracker.HistoryItem;
import io.plumbline.jobs.tracker.IssueRecord;
import io.plumbline.jobs.tracker.SprintFacts;
import io.plumbline.jobs.tracker.SprintObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds an issue's sprints: those of the members sprint and closedSprints, and those of the mapped custom field, or else
 * of any custom field that holds sprint objects.
 */
final class SprintField {
    private final String mapped;

    SprintField(String mapped) {
        this.mapped = mapped;
    }

    FieldReading<Set<String>> read(IssueRecord issue) {
        Set<String> present = new TreeSet<>();
        facts(issue).forEach(sprint -> present.add(sprint.id()));
        List<HistoryItem> items = issue.history().stream().filter(this::isOf).toList();
        return new FieldReading<>(present, items, value -> ids(value.id()));
    }

    /** The sprint objects that the issue holds. */
    List<SprintFacts> facts(IssueRecord issue) {
        List<SprintFacts> found = new ArrayList<>(issue.sprints());
        for (Map.Entry<String, JsonNode> field : issue.custom().entrySet()) {
            if (mapped == null || field.getKey().equals(mapped)) {
                found.addAll(SprintObjects.in(field.getValue(), "/data/fields/" + field.getKey()));
            }
        }
        return found;
    }

    private boolean isOf(HistoryItem item) {
        boolean named = "Sprint".equalsIgnoreCase(item.field());
        if (mapped != null) {
            return item.fieldId() == null ? named : item.fieldId().equals(mapped);
        }
        return named;
    }

    private static Set<String> ids(String list) {
        Set<String> ids = new TreeSet<>();
        if (list != null) {
            for (String id : list.split(",", -1)) {
                if (!id.isBlank()) {
                    ids.add(id.strip());
                }
            }
        }
        return ids;
    }
}
