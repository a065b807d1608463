package io.plumbline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.local.terminal.Cells;
import io.plumbline.local.terminal.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows who asked what. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Shows who asked what of a tenant's data, and what became of it, newest first.",
        footer = {
            "",
            "./plumbline audit --tenant demo --limit 20",
            "./plumbline audit --by ana --outcome timeout --from 2026-07-01T00:00:00Z",
            "",
            "The outcome 'unknown' is of a transaction whose service was killed, or whose database was away."
        })
final class AuditCommand implements Callable<Integer> {
    private static final int HASH_DIGITS = 12;

    private final Context context;

    @Mixin
    private Caller caller;

    @Option(names = "--by", paramLabel = "USER", description = "Only what this user asked.")
    private String by;

    @Option(
            names = "--outcome",
            paramLabel = "OUTCOME",
            description = "Only these: ok, timeout, cancelled, unavailable, failed, running or unknown.")
    private String outcome;

    @Option(names = "--from", paramLabel = "INSTANT", description = "Asked then or later: 2026-07-01T08:00:00Z.")
    private String from;

    @Option(names = "--to", paramLabel = "INSTANT", description = "Asked before then.")
    private String to;

    @Option(names = "--spec-hash", paramLabel = "HASH", description = "Only this spec; answers name its hash.")
    private String specHash;

    @Option(names = "--before", paramLabel = "ID", description = "The page after; the last line of a page names it.")
    private String before;

    @Option(
            names = "--limit",
            defaultValue = "50",
            paramLabel = "N",
            description = "The most entries, up to 500 (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "Print the whole answer as JSON.")
    private boolean json;

    AuditCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        JsonNode answer = caller.client(context, "admin").get("/analytics/audit" + query());
        if (json) {
            context.terminal().out().println(answer.toPrettyString());
        } else {
            print(answer.path("data"));
        }
        return ExitCode.OK;
    }

    private String query() {
        return new QueryText()
                .add("user", by)
                .add("outcome", outcome)
                .add("from", from)
                .add("to", to)
                .add("spec_hash", specHash)
                .add("before", before)
                .add("limit", Integer.toString(limit))
                .toString();
    }

    private void print(JsonNode page) {
        Table table =
                new Table(List.of("at", "user", "kind", "outcome", "rows", "ms", "spec", "request")).numeric(4, 5);
        page.path("entries").forEach(entry -> table.row(cells(entry)));
        table.lines(context.terminal().tableWidth()).forEach(context.terminal().out()::println);
        if (page.hasNonNull("next")) {
            context.terminal()
                    .out()
                    .println(context.terminal()
                            .faint("There are more: --before "
                                    + page.path("next").asText()));
        }
    }

    private static List<String> cells(JsonNode entry) {
        return List.of(
                Cells.text(entry.path("started_at")),
                Cells.text(entry.path("user")),
                Cells.text(entry.path("kind")) + (entry.path("cached").asBoolean() ? ", cached" : ""),
                Cells.text(entry.path("outcome")),
                Cells.text(entry.path("rows")),
                Cells.text(entry.path("duration_ms")),
                beginning(entry.path("spec_hash").asText("")),
                Cells.text(entry.path("request_id")));
    }

    private static String beginning(String hash) {
        return hash.substring(0, Math.min(HASH_DIGITS, hash.length()));
    }
}
