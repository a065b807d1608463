package io.plumbline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.local.client.ApiClient;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a spec. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs a spec, a question written as JSON, and shows its rows.",
        footer = {
            "",
            "A spec is a question as JSON; GET /analytics/schema gives its JSON Schema.",
            "echo '{\"measures\": [{\"name\": \"velocity\"}], \"dimensions\": [\"project_key\"]}' | ./plumbline run -",
            "./plumbline run spec.json --format csv -o velocity.csv writes the rows to a file.",
            "./plumbline ask \"velocity by project\" --spec shows the spec of a question."
        })
final class RunCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "SPEC", description = "File of the spec; - is standard input.")
    private Path file;

    @Mixin
    private Caller caller;

    @Mixin
    private CacheOption cache;

    @Option(names = "--json", description = "Print the whole answer as JSON.")
    private boolean json;

    @Mixin
    private AnswerForm form;

    RunCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ApiClient client = caller.client(context, "analyst");
        JsonNode spec = SpecFile.read(file);
        String path = cache.on("/analytics/run");
        if (form.isAskedFor()) {
            form.hand(client.bytes(path, spec, form.mediaType()), context.terminal());
            return ExitCode.OK;
        }
        JsonNode answer = client.post(path, spec);
        if (json) {
            context.terminal().out().println(answer.toPrettyString());
        } else {
            Results.print(answer.path("data"), answer.path("meta"), context.terminal());
        }
        return ExitCode.OK;
    }
}
