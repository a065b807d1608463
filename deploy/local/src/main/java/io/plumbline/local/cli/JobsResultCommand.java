package io.plumbline.local.cli;

import io.plumbline.local.client.Jobs;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gets the rows of a completed job. */
@Command(
        name = "result",
        mixinStandardHelpOptions = true,
        description = "Shows a page of a completed job's rows, or writes them all with --format or -o.",
        footer = {"", "./plumbline jobs result ID --page 3", "./plumbline jobs result ID --format ndjson -o rows.ndjson"
        })
final class JobsResultCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "ID", description = "The job's id.")
    private String id;

    @Mixin
    private Caller caller;

    @Option(
            names = "--page",
            defaultValue = "1",
            paramLabel = "N",
            description = "Which page to show (default: ${DEFAULT-VALUE}).")
    private int page;

    @Option(
            names = "--page-size",
            defaultValue = "50",
            paramLabel = "N",
            description = "How many rows a page has (default: ${DEFAULT-VALUE}).")
    private int size;

    @Option(names = "--json", description = "Print the page's whole answer as JSON.")
    private boolean json;

    @Mixin
    private AnswerForm form;

    JobsResultCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        form.requirePlace();
        Jobs jobs = new Jobs(caller.client(context, "viewer"));
        JobScreen screen = new JobScreen(jobs, context.terminal());
        if (form.isAskedFor()) {
            screen.hand(UrlText.of(id), form);
        } else if (json) {
            context.terminal()
                    .out()
                    .println(jobs.page(UrlText.of(id), page, size).toPrettyString());
        } else {
            screen.rows(UrlText.of(id), page, size);
        }
        return ExitCode.OK;
    }
}
