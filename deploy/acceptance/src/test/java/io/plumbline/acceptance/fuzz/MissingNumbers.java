package io.plumbline.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether an answer gives one reason for each number that is missing, and none for those that are there. */
record MissingNumbers(JsonNode answer) {
    private static final Set<String> REASONS = Set.of("no_data", "not_applicable", "insufficient_n");

    /** What is wrong, by column. */
    List<String> faults() {
        Map<String, String> reasons = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (JsonNode missing : answer.at("/meta/emptiness")) {
            String cell =
                    missing.path("row").asInt() + " " + missing.path("column").asText();
            String reason = missing.path("reason").asText();
            if (reasons.put(cell, reason) != null || !REASONS.contains(reason)) {
                faults.add(cell + " " + reason);
            }
        }
        JsonNode rows = answer.at("/data/results");
        for (JsonNode column : answer.at("/meta/columns")) {
            if (column.path("type").asText().equals("number")) {
                faults.addAll(faults(rows, column.path("name").asText(), reasons));
            }
        }
        reasons.keySet().forEach(cell -> faults.add(cell + " has a number"));
        return faults;
    }

    private static List<String> faults(JsonNode rows, String column, Map<String, String> reasons) {
        List<String> faults = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            String cell = row + " " + column;
            boolean missing = rows.get(row).path(column).isNull();
            if (missing && reasons.remove(cell) == null) {
                faults.add(cell + " has no reason");
            }
        }
        return faults;
    }
}
