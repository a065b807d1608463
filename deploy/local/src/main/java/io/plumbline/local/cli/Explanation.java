package io.plumbline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.local.terminal.Cells;
import io.plumbline.local.terminal.Terminal;

/** Shows what a spec means, and its SQL. */
final class Explanation {
    private Explanation() {}

    /** How the numbers are computed, a sentence a line. */
    static void printWords(JsonNode data, Terminal terminal) {
        data.path("words").forEach(sentence -> terminal.out().println(Cells.text(sentence)));
        terminal.out().println();
    }

    static void print(JsonNode data, Terminal terminal) {
        if (!data.path("metrics").isEmpty()) {
            terminal.out().println(terminal.faint("-- " + Cells.text(data.path("metrics"))));
        }
        terminal.out().println(data.path("sql").asText());
        for (JsonNode parameter : data.path("parameters")) {
            terminal.out()
                    .println(terminal.faint("-- $%s %s = %s"
                            .formatted(
                                    Cells.text(parameter.path("position")),
                                    Cells.text(parameter.path("name")),
                                    Cells.text(parameter.path("value")))));
        }
    }
}
