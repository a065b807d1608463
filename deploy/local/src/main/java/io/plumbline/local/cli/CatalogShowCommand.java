package io.plumbline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one metric. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows what a metric counts, how it is computed and how it can be asked for.",
        footer = {"", "./plumbline catalog show velocity", "./plumbline catalog show sprint_problematic_score@1"})
final class CatalogShowCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "NAME", description = "The metric's name, with @MAJOR for an older version.")
    private String name;

    @Mixin
    private Caller caller;

    @Option(names = "--json", description = "Print the whole answer as JSON.")
    private boolean json;

    CatalogShowCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        JsonNode answer = caller.client(context, "viewer").get("/analytics/metrics/" + UrlText.of(name));
        if (json) {
            context.terminal().out().println(answer.toPrettyString());
        } else {
            MetricCard.print(answer.path("data"), context.terminal());
        }
        return ExitCode.OK;
    }
}
