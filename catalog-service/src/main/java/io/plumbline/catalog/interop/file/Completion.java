package io.plumbline.catalog.interop.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Fills in what a definition needs and other formats do not have, and says so. */
final class Completion {
    private static final int SHORTEST_DESCRIPTION = 40;
    private static final int LONGEST_DESCRIPTION = 1_200;
    private static final int LONGEST_NAME = 60;
    private static final Set<String> ADDITIVE = Set.of("count", "sum");

    private final ObjectNode tree;
    private final String title;
    private final String name;
    private final List<String> assumed;

    private Completion(ObjectNode tree, String title, String name, List<String> assumed) {
        this.tree = tree;
        this.title = title;
        this.name = name;
        this.assumed = assumed;
    }

    static void of(ObjectNode tree, String title, String name, List<String> assumed) {
        new Completion(tree, title, name, assumed).complete();
    }

    private void complete() {
        fill("display_name", spoken(name), false);
        describe();
        JsonNode computation = tree.path("computation");
        String unit = unit(computation);
        fill("unit", unit, true);
        fill("category", unit.equals("days") || unit.equals("hours") ? "lead_time" : "throughput", true);
        boolean additive = ADDITIVE.contains(computation.path("aggregation").asText());
        fill("additivity", additive ? "additive" : "non_additive", true);
        if (!tree.has("tags")) {
            tree.putArray("tags").add("imported");
        }
        if (!tree.has("synonyms")) {
            tree.putArray("synonyms");
        }
        if (tree.path("examples").size() < 2) {
            String label = tree.path("display_name").asText(name);
            tree.putArray("examples").add(label + " by month").add(label + " by project this year");
            assumed.add("examples: two questions with its name");
        }
    }

    private void fill(String member, String value, boolean worthAWord) {
        if (!tree.has(member)) {
            tree.put(member, value);
            if (worthAWord) {
                assumed.add(member + ": " + value);
            }
        }
    }

    private void describe() {
        String text = tree.path("description").asText("").strip();
        String whole = text;
        if (whole.length() < SHORTEST_DESCRIPTION) {
            whole = "%s%sImported from %s, where it is called %s."
                    .formatted(text, text.isEmpty() || text.endsWith(".") ? " " : ". ", title, name)
                    .strip();
        }
        whole = whole.substring(0, 1).toUpperCase(Locale.ROOT) + whole.substring(1);
        whole = whole.endsWith(".") ? whole : whole + ".";
        whole = whole.length() > LONGEST_DESCRIPTION
                ? whole.substring(0, LONGEST_DESCRIPTION - 2).strip() + "…."
                : whole;
        if (!whole.equals(text)) {
            tree.put("description", whole);
            assumed.add("description: made a full sentence");
        }
    }

    private static String unit(JsonNode computation) {
        String aggregation = computation.path("aggregation").asText();
        String template = computation.path("sql_template").asText();
        if (aggregation.startsWith("count")) {
            return "issues";
        }
        if (template.contains("days_between")) {
            return "days";
        }
        if (template.contains("hours")) {
            return "hours";
        }
        if (template.contains("estimate") || template.contains("points")) {
            return "points";
        }
        return computation.path("type").asText().equals("simple") ? "issues" : "ratio";
    }

    static String spoken(String name) {
        String words = name.replace('_', ' ').strip();
        if (words.isEmpty()) {
            return name;
        }
        String begun = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return begun.length() > LONGEST_NAME ? begun.substring(0, LONGEST_NAME) : begun;
    }
}
