package io.plumbline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.local.terminal.Cells;
import io.plumbline.local.terminal.Terminal;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** One metric for people. */
final class MetricCard {
    private static final int LABEL = 14;

    private final JsonNode metric;
    private final Terminal terminal;
    private final PrintWriter out;

    private MetricCard(JsonNode metric, Terminal terminal) {
        this.metric = metric;
        this.terminal = terminal;
        this.out = terminal.out();
    }

    static void print(JsonNode metric, Terminal terminal) {
        new MetricCard(metric, terminal).print();
    }

    private void print() {
        out.println(terminal.bold(text("display_name")) + "  "
                + terminal.faint(text("name") + "@" + text("version") + " · " + text("category")));
        out.println();
        wrapped(text("description")).forEach(out::println);
        out.println();
        line("unit", "unit");
        line("computed by", "sql_template");
        line("only where", metric.path("computation").path("where"));
        line("made of", "dependencies");
        line("aggregation", "aggregation");
        line("also as", "aggregations");
        line("sums", "additivity");
        metric.path("parameters").forEach(this::parameter);
        line("also called", "synonyms");
        line("owner", "owner");
        if (metric.hasNonNull("deprecated_since")) {
            out.println(terminal.red(
                    "deprecated since %s; use %s".formatted(text("deprecated_since"), text("replaced_by"))));
        }
        out.println();
        metric.path("examples")
                .forEach(example -> out.println(terminal.faint("./plumbline ask \"" + Cells.text(example) + "\"")));
    }

    private void parameter(JsonNode parameter) {
        labelled(
                "parameter",
                "%s = %s (%s to %s): %s"
                        .formatted(
                                Cells.text(parameter.path("name")),
                                Cells.text(parameter.path("default_value")),
                                Cells.text(parameter.path("minimum")),
                                Cells.text(parameter.path("maximum")),
                                Cells.text(parameter.path("description"))));
    }

    private void line(String label, String member) {
        line(label, metric.path(member));
    }

    private void line(String label, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull() && !(value.isArray() && value.isEmpty())) {
            labelled(label, Cells.text(value));
        }
    }

    private void labelled(String label, String text) {
        List<String> lines = wrapped(text, Math.max(20, terminal.width() - LABEL));
        for (int i = 0; i < lines.size(); i++) {
            out.println("%-14s%s".formatted(i == 0 ? label : "", lines.get(i)));
        }
    }

    private String text(String member) {
        return Cells.text(metric.path(member));
    }

    private List<String> wrapped(String text) {
        return wrapped(text, terminal.width());
    }

    private static List<String> wrapped(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
