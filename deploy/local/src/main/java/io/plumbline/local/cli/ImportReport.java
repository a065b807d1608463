package io.plumbline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.local.terminal.Cells;
import io.plumbline.local.terminal.Table;
import io.plumbline.local.terminal.Terminal;
import java.util.List;

/** What became of the metrics of a file. */
final class ImportReport {
    private ImportReport() {}

    static void print(JsonNode report, Terminal terminal) {
        Table table = new Table(List.of("metric", "result", "here"));
        for (JsonNode item : report.path("items")) {
            table.row(List.of(
                    Cells.text(item.path("name")), Cells.text(item.path("result")), Cells.text(item.path("metric"))));
        }
        table.lines(terminal.tableWidth()).forEach(terminal.out()::println);
        terminal.out().println();
        terminal.out()
                .println("%s%s created, %s updated, %s unchanged, %s refused."
                        .formatted(
                                report.path("dry_run").asBoolean() ? "Nothing was written; it would be: " : "",
                                Cells.text(report.path("created")),
                                Cells.text(report.path("updated")),
                                Cells.text(report.path("unchanged")),
                                Cells.text(report.path("refused"))));
        report.path("items").forEach(item -> remarks(item, terminal));
    }

    private static void remarks(JsonNode item, Terminal terminal) {
        String name = Cells.text(item.path("name"));
        for (JsonNode error : item.path("errors")) {
            terminal.err()
                    .println("%s: %s  %s"
                            .formatted(
                                    terminal.red(name),
                                    terminal.bold(Cells.text(error.path("pointer"))),
                                    Cells.text(error.path("message"))));
        }
        if (!item.path("assumed").isEmpty()) {
            terminal.out().println(terminal.faint(name + ": assumed " + Cells.text(item.path("assumed"))));
        }
    }
}
