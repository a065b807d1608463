package io.plumbline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.local.client.ApiClient;
import io.plumbline.local.client.Jobs;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Submits a job. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Submits a spec as a job and prints the job's id.",
            "With --follow, --format or -o it stays until the job's end and shows or writes the rows."
        },
        footer = {
            "",
            "./plumbline jobs run spec.json --label 'all of 2026' --priority low",
            "./plumbline jobs run spec.json --follow",
            "./plumbline jobs run - --format ndjson < spec.json",
            "",
            "Ctrl-C ends the command, not the job: ./plumbline jobs follow ID"
        })
final class JobsRunCommand implements Callable<Integer> {
    /** How soon it is one's turn. */
    enum Priority {
        high,
        low
    }

    private final Context context;

    @Parameters(paramLabel = "SPEC", description = "File of the spec; - is standard input.")
    private Path file;

    @Mixin
    private Caller caller;

    @Option(
            names = "--priority",
            paramLabel = "PRIORITY",
            description = "high or low: low ones wait for high ones (default: high).")
    private Priority priority;

    @Option(names = "--label", paramLabel = "TEXT", description = "What to call it in lists.")
    private String label;

    @Option(names = "--follow", description = "Stay until its end, and show the rows.")
    private boolean follow;

    @Option(names = "--json", description = "Print the job as JSON in place of its id or rows.")
    private boolean json;

    @Mixin
    private AnswerForm form;

    JobsRunCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        form.requirePlace();
        Jobs jobs = new Jobs(caller.client(context, "analyst"));
        JsonNode job = jobs.submit(submission());
        JobScreen screen = new JobScreen(jobs, context.terminal());
        if (!follow && !form.isAskedFor()) {
            context.terminal()
                    .out()
                    .println(json ? job.toPrettyString() : job.path("id").asText());
            screen.hint(job);
            return ExitCode.OK;
        }
        screen.hint(job);
        return screen.toItsEnd(job.path("id").asText(), form, json);
    }

    private JsonNode submission() {
        ObjectNode submission = ApiClient.JSON.createObjectNode();
        submission.set("spec", SpecFile.read(file));
        if (priority != null) {
            submission.put("priority", priority.name());
        }
        if (label != null) {
            submission.put("label", label);
        }
        return submission;
    }
}
