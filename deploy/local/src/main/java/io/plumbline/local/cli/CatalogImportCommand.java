package io.plumbline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.plumbline.local.state.StackException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the metrics of another tool's file metrics of the tenant. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the metrics of another tool's file metrics of the tenant, each checked and tried on its data.",
            "What can't be taken is told metric by metric and changes nothing; the rest is written together.",
            "Exit code 1 if any was refused. Repeating an import changes nothing."
        },
        footer = {
            "",
            "./plumbline catalog import metrics.yaml --format dbt --dry-run",
            "./plumbline catalog import model.yaml --format osi --tenant acme"
        })
final class CatalogImportCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "FILE", description = "The YAML file; - is standard input.")
    private Path file;

    @Mixin
    private Caller caller;

    @Mixin
    private CatalogFormat format;

    @Option(names = "--dry-run", description = "Say what would happen and write nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print the whole answer as JSON.")
    private boolean json;

    CatalogImportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        String path = "/analytics/metrics/import" + format.query() + "&dry_run=" + dryRun;
        JsonNode answer = caller.client(context, "admin").post(path, "application/yaml; charset=utf-8", content());
        if (json) {
            context.terminal().out().println(answer.toPrettyString());
        } else {
            ImportReport.print(answer.path("data"), context.terminal());
        }
        return answer.path("data").path("refused").asInt() == 0 ? ExitCode.OK : ExitCode.FAILED;
    }

    private String content() {
        try {
            return file.toString().equals("-")
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(file);
        } catch (IOException e) {
            throw new StackException(
                    "The file " + file + " can't be read as UTF-8 text.", "Check its path and its content.", e);
        }
    }
}
