package io.plumbline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.local.client.Jobs;
import io.plumbline.local.terminal.Cells;
import io.plumbline.local.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one job. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows how a job stands, what it asks and what happened to it.",
        footer = {"", "./plumbline jobs show ID"})
final class JobsShowCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "ID", description = "The job's id.")
    private String id;

    @Mixin
    private Caller caller;

    @Option(names = "--json", description = "Print the job as JSON.")
    private boolean json;

    JobsShowCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        JsonNode job = new Jobs(caller.client(context, "viewer")).show(UrlText.of(id));
        if (json) {
            context.terminal().out().println(job.toPrettyString());
        } else {
            print(job);
        }
        return ExitCode.OK;
    }

    private void print(JsonNode job) {
        Terminal terminal = context.terminal();
        facts(job).forEach((name, value) -> {
            if (!value.equals(Cells.NONE)) {
                terminal.out().println("%-13s %s".formatted(name, value));
            }
        });
        terminal.out().println();
        for (JsonNode change : job.path("history")) {
            terminal.out()
                    .println("%s  %-9s  %s"
                            .formatted(
                                    Cells.text(change.path("at")),
                                    Cells.text(change.path("to")),
                                    Cells.text(change.path("cause"))));
        }
        terminal.out().println();
        terminal.out().println(job.path("spec").toPrettyString());
    }

    private static Map<String, String> facts(JsonNode job) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("job", Cells.text(job.path("id")));
        facts.put("label", Cells.text(job.path("label")));
        facts.put(
                "state",
                "%s, %d%%, %s"
                        .formatted(
                                Cells.text(job.path("state")),
                                Math.round(job.path("progress").asDouble() * 100),
                                JobScreen.label(job)));
        facts.put("reason", Cells.text(job.at("/error/detail")));
        facts.put("priority", Cells.text(job.path("priority")));
        facts.put("submitted by", Cells.text(job.path("submitted_by")));
        facts.put("submitted", Cells.text(job.path("submitted_at")));
        facts.put("started", Cells.text(job.path("started_at")));
        facts.put("finished", Cells.text(job.path("finished_at")));
        facts.put("attempt", Cells.text(job.path("attempt")) + " of " + Cells.text(job.path("max_attempts")));
        facts.put("rows", Cells.text(job.at("/result/rows")));
        facts.put("kept until", Cells.text(job.at("/result/expires_at")));
        return facts;
    }
}
