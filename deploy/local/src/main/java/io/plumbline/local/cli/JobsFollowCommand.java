package io.plumbline.local.cli;

import io.plumbline.local.client.Jobs;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Comes back to a job. */
@Command(
        name = "follow",
        mixinStandardHelpOptions = true,
        description = "Watches a job to its end, then shows or writes its rows. Ctrl-C leaves the job alone.",
        footer = {"", "./plumbline jobs follow ID --format csv -o rows.csv"})
final class JobsFollowCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "ID", description = "The job's id.")
    private String id;

    @Mixin
    private Caller caller;

    @Option(names = "--json", description = "Print the job as JSON in place of its rows.")
    private boolean json;

    @Mixin
    private AnswerForm form;

    JobsFollowCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        form.requirePlace();
        Jobs jobs = new Jobs(caller.client(context, "viewer"));
        return new JobScreen(jobs, context.terminal()).toItsEnd(UrlText.of(id), form, json);
    }
}
