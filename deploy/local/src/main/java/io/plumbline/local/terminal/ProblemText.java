package io.plumbline.local.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A problem document as a message for people. */
public final class ProblemText {
    private static final int ALLOWED_SHOWN = 20;

    private ProblemText() {}

    /** What is wrong, then one paragraph for each error: where, what, what to write instead. */
    public static List<String> lines(JsonNode problem, Terminal terminal) {
        List<String> lines = new ArrayList<>();
        lines.add(terminal.red(Cells.text(problem.path("title"))));
        String detail = problem.path("detail").asText("");
        if (!detail.isBlank()) {
            lines.add(detail);
        }
        for (JsonNode error : problem.path("errors")) {
            if (problem.path("errors").size() > 1 || !detail.equals(message(error))) {
                lines.addAll(error(error, terminal));
            }
        }
        nearest(problem, lines);
        String trace = problem.path("traceId").asText("");
        if (!trace.isBlank()) {
            lines.add(terminal.faint("trace " + trace));
        }
        return lines;
    }

    private static List<String> error(JsonNode error, Terminal terminal) {
        List<String> lines = new ArrayList<>();
        String pointer = error.path("pointer").asText("");
        String message = message(error);
        lines.add("  " + (pointer.isEmpty() ? "" : terminal.bold(pointer) + "  ") + message);
        String suggestion = list(error.path("suggestion"));
        if (!suggestion.isBlank() && !message.contains(suggestion)) {
            lines.add("      did you mean: " + suggestion);
        }
        String allowed = list(error.path("allowed"));
        if (!allowed.isBlank()) {
            lines.add("      allowed: " + allowed);
        }
        return lines;
    }

    private static String message(JsonNode error) {
        return error.path("message").asText(error.path("code").asText());
    }

    /** Extra members of a question that can't be answered. */
    private static void nearest(JsonNode problem, List<String> lines) {
        JsonNode nearest = problem.has("nearest_metrics") ? problem.path("nearest_metrics") : problem.path("nearest");
        String names = list(nearest);
        if (!names.isBlank()) {
            lines.add("The nearest that can be asked: " + names);
        }
    }

    private static String list(JsonNode value) {
        if (!value.isArray()) {
            return value.isObject() ? name(value) : value.asText("");
        }
        String shown = StreamSupport.stream(value.spliterator(), false)
                .limit(ALLOWED_SHOWN)
                .map(ProblemText::name)
                .collect(Collectors.joining(", "));
        return value.size() > ALLOWED_SHOWN ? shown + ", … (" + value.size() + " in all)" : shown;
    }

    private static String name(JsonNode value) {
        return value.isObject() ? value.path("name").asText(value.toString()) : value.asText();
    }
}
