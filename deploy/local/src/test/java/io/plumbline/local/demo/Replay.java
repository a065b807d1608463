package io.plumbline.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Walks an issue's changelog and checks each old value against the one before, and the last against the present. */
final class Replay {
    private final JsonNode issue;

    Replay(JsonNode issue) {
        this.issue = issue;
    }

    /** What does not fit; empty where the history is consistent. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        check("status", "from", "to", issue.at("/fields/status/id").asText(), faults);
        check("assignee", "from", "to", text(issue.at("/fields/assignee/accountId")), faults);
        check("Story point estimate", "fromString", "toString", text(issue.at("/fields/customfield_10016")), faults);
        check("Sprint", "from", "to", sprints(), faults);
        check("Flagged", "from", "to", issue.at("/fields/customfield_10021").isArray() ? "[10019]" : "", faults);
        return faults;
    }

    private void check(String field, String from, String to, String present, List<String> faults) {
        String last = null;
        boolean changed = false;
        for (JsonNode history : issue.at("/changelog/histories")) {
            for (JsonNode item : history.get("items")) {
                if (item.get("field").asText().equals(field)) {
                    if (changed && !Objects.equals(last, text(item.get(from)))) {
                        faults.add(issue.get("key") + " " + field + ": " + item + " after " + last);
                    }
                    last = text(item.get(to));
                    changed = true;
                }
            }
        }
        if (changed && !Objects.equals(last, present)) {
            faults.add(issue.get("key") + " " + field + " ends as " + last + " but is " + present);
        }
    }

    private String sprints() {
        return StreamSupport.stream(issue.at("/fields/customfield_10020").spliterator(), false)
                .map(s -> s.get("id").asText())
                .collect(Collectors.joining(", "));
    }

    private static String text(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? null : node.asText();
    }
}
