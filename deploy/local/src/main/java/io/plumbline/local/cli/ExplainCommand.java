package io.plumbline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains a spec. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Says how the numbers of a spec are computed, then shows its SQL and parameters; nothing is run.",
        footer = {
            "",
            "A spec is a question as JSON; GET /analytics/schema gives its JSON Schema.",
            "echo '{\"measures\": [{\"name\": \"velocity\"}], \"dimensions\": [\"project_key\"]}' | ./plumbline explain -",
            "./plumbline ask \"velocity by project\" --spec shows the spec of a question."
        })
final class ExplainCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "SPEC", description = "File of the spec; - is standard input.")
    private Path file;

    @Mixin
    private Caller caller;

    @Option(names = "--json", description = "Print the whole answer as JSON, with the plan.")
    private boolean json;

    ExplainCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        JsonNode answer = caller.client(context, "analyst").post("/analytics/explain", SpecFile.read(file));
        if (json) {
            context.terminal().out().println(answer.toPrettyString());
        } else {
            Explanation.printWords(answer.path("data"), context.terminal());
            Explanation.print(answer.path("data"), context.terminal());
        }
        return ExitCode.OK;
    }
}
