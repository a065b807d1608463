package io.plumbline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.local.terminal.Cells;
import io.plumbline.local.terminal.Table;
import io.plumbline.local.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists jobs. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists a tenant's jobs, newest first.",
        footer = {"", "./plumbline jobs list --state failed --limit 10"})
final class JobsListCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private Caller caller;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "Only these: queued, running, completed, failed or cancelled.")
    private String state;

    @Option(names = "--after", paramLabel = "ID", description = "The page after; the last line of a page names it.")
    private String after;

    @Option(
            names = "--limit",
            defaultValue = "20",
            paramLabel = "N",
            description = "The most jobs (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "Print the whole answer as JSON.")
    private boolean json;

    JobsListCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        String query = new QueryText()
                .add("state", state)
                .add("after", after)
                .add("limit", Integer.toString(limit))
                .toString();
        JsonNode answer = caller.client(context, "viewer").get("/analytics/jobs" + query);
        if (json) {
            context.terminal().out().println(answer.toPrettyString());
        } else {
            print(answer.path("data"));
        }
        return ExitCode.OK;
    }

    private void print(JsonNode page) {
        Terminal terminal = context.terminal();
        if (page.path("jobs").isEmpty()) {
            terminal.out().println("No jobs.");
            return;
        }
        Table table =
                new Table(List.of("submitted", "id", "label", "by", "state", "done", "rows", "reason")).numeric(5, 6);
        page.path("jobs").forEach(job -> table.row(cells(job)));
        table.lines(terminal.tableWidth()).forEach(terminal.out()::println);
        if (page.hasNonNull("next")) {
            terminal.out()
                    .println(terminal.faint(
                            "There are more: --after " + page.path("next").asText()));
        }
    }

    private static List<String> cells(JsonNode job) {
        return List.of(
                Cells.text(job.path("submitted_at")),
                Cells.text(job.path("id")),
                job.hasNonNull("label") ? Cells.text(job.path("label")) : "",
                Cells.text(job.path("submitted_by")),
                Cells.text(job.path("state")),
                Math.round(job.path("progress").asDouble() * 100) + "%",
                Cells.text(job.path("rows")),
                job.at("/error/code").asText(""));
    }
}
