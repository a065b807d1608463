package io.plumbline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.local.terminal.Cells;
import io.plumbline.local.terminal.Table;
import io.plumbline.local.terminal.Terminal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows the rows of a query and what is to be known about them. */
final class Results {
    /** The ending of the column beside a measure that tells how many values are behind its number. */
    private static final String VALUES_BEHIND = "__n";

    private Results() {}

    static void print(JsonNode data, JsonNode meta, Terminal terminal) {
        JsonNode rows = data.path("results");
        MissingNumbers missing = MissingNumbers.of(meta.path("emptiness"));
        if (rows.isEmpty()) {
            terminal.out().println("No rows.");
        } else {
            table(rows, meta.path("columns"), missing)
                    .lines(terminal.tableWidth())
                    .forEach(terminal.out()::println);
        }
        terminal.out().println();
        missing.legend().ifPresent(legend -> terminal.out().println(terminal.faint(legend)));
        terminal.out().println(terminal.faint(String.join(" · ", facts(data, meta))));
        meta.path("warnings").forEach(warning -> terminal.err().println("! " + Cells.text(warning)));
    }

    /** In the order that the answer names, with units. */
    private static Table table(JsonNode rows, JsonNode columns, MissingNumbers missing) {
        Map<String, String> headings = new LinkedHashMap<>();
        for (JsonNode column : columns) {
            String name = column.path("name").asText();
            String heading = name.endsWith(VALUES_BEHIND) ? "n" : name;
            headings.put(
                    name,
                    column.hasNonNull("unit")
                            ? heading + "\n" + column.path("unit").asText()
                            : heading);
        }
        return headings.isEmpty() ? Table.of(rows) : Table.of(rows, headings, missing::mark);
    }

    private static List<String> facts(JsonNode data, JsonNode meta) {
        int shown = data.path("results").size();
        long total = data.path("total").asLong(shown);
        List<String> facts = new ArrayList<>();
        facts.add(shown == total ? rows(total) : shown + " of " + rows(total));
        if (data.hasNonNull("value_sum")) {
            facts.add("values add up to " + Cells.text(data.path("value_sum")));
        }
        if (data.hasNonNull("query_time_ms")) {
            facts.add(Math.round(data.path("query_time_ms").asDouble()) + " ms"
                    + (data.path("cached").asBoolean() ? " (cached)" : ""));
        }
        if (meta.hasNonNull("data_as_of")) {
            facts.add("data as of " + Cells.text(meta.path("data_as_of")));
        }
        if (!meta.path("metrics_used").isEmpty()) {
            facts.add(Cells.text(meta.path("metrics_used")));
        }
        if (meta.hasNonNull("receipt")) {
            facts.add("receipt " + Cells.text(meta.path("receipt")));
        }
        return facts;
    }

    private static String rows(long count) {
        return count == 1 ? "1 row" : count + " rows";
    }
}
