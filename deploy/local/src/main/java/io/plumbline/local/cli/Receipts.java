package io.plumbline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.local.terminal.Cells;
import io.plumbline.local.terminal.Table;
import io.plumbline.local.terminal.Terminal;
import java.util.List;
import java.util.stream.Collectors;

/** Shows receipts and what became of their answers. */
final class Receipts {
    private Receipts() {}

    static void print(JsonNode receipt, Terminal terminal) {
        Table facts = new Table(List.of("receipt", Cells.text(receipt.path("receipt"))))
                .row(fact("asked by", receipt, "asked_by"))
                .row(fact("evaluated at", receipt, "evaluated_at"))
                .row(fact("metrics", receipt, "metrics_used"))
                .row(fact("catalog", receipt, "catalog_version"))
                .row(fact("data version", receipt, "data_version"))
                .row(fact("data as of", receipt, "data_as_of"))
                .row(fact("rows", receipt, "rows"))
                .row(fact("result hash", receipt, "result_hash"))
                .row(fact("spec hash", receipt, "spec_hash"))
                .row(fact("kept until", receipt, "kept_until"));
        facts.lines(terminal.tableWidth()).forEach(terminal.out()::println);
        terminal.out().println();
        terminal.out().println(receipt.path("spec").toPrettyString());
    }

    static void printVerification(JsonNode verification, Terminal terminal) {
        terminal.out().println(terminal.bold(heading(verification)));
        terminal.out().println(Cells.text(verification.path("explanation")));
        JsonNode differences = verification.path("differences");
        if (!differences.isEmpty()) {
            Table table = new Table(List.of("row", "", "column", "before", "now"));
            differences.forEach(difference -> table.row(cells(difference)));
            terminal.out().println();
            table.lines(terminal.tableWidth()).forEach(terminal.out()::println);
        }
        verification
                .path("errors")
                .forEach(error -> terminal.err()
                        .println("! " + Cells.text(error.path("pointer")) + "  " + Cells.text(error.path("message"))));
    }

    private static List<String> fact(String name, JsonNode receipt, String member) {
        return List.of(name, Cells.text(receipt.path(member)));
    }

    private static String heading(JsonNode verification) {
        String reasons = Cells.text(verification.path("reasons"));
        return Cells.text(verification.path("state")) + (reasons.isEmpty() ? "" : ": " + reasons);
    }

    private static List<String> cells(JsonNode difference) {
        return List.of(
                members(difference.path("row")),
                Cells.text(difference.path("kind")),
                Cells.text(difference.path("column")),
                members(difference.path("before")),
                members(difference.path("after")));
    }

    /** An object as {@code name=value}, anything else as itself. */
    private static String members(JsonNode value) {
        return value.isObject()
                ? value.propertyStream()
                        .map(member -> member.getKey() + "=" + Cells.text(member.getValue()))
                        .collect(Collectors.joining(", "))
                : Cells.text(value);
    }
}
