package io.plumbline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.local.client.Jobs;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends a job. */
@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        description = "Cancels a job that waits or runs; its statement stops in the database.",
        footer = {"", "./plumbline jobs cancel ID"})
final class JobsCancelCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "ID", description = "The job's id.")
    private String id;

    @Mixin
    private Caller caller;

    @Option(names = "--json", description = "Print the job as JSON.")
    private boolean json;

    JobsCancelCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        JsonNode job = new Jobs(caller.client(context, "analyst")).cancel(UrlText.of(id));
        String state = job.path("state").asText();
        context.terminal()
                .out()
                .println(
                        json
                                ? job.toPrettyString()
                                : state.equals("cancelled")
                                        ? "The job is cancelled."
                                        : "The job is being cancelled; it is still %s.".formatted(state));
        return ExitCode.OK;
    }
}
