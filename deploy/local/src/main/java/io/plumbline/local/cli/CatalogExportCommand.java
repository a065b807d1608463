package io.plumbline.local.cli;

import io.plumbline.local.state.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the catalog as a file of another tool. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the catalog as a YAML file of another tool: the product's metrics and the tenant's own.",
            "What the format can't say stands whole in its place for extensions, so that an import gives it back."
        },
        footer = {
            "",
            "./plumbline catalog export --format dbt -o metrics.yaml",
            "./plumbline catalog export --format osi --tenant acme | less"
        })
final class CatalogExportCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private Caller caller;

    @Mixin
    private CatalogFormat format;

    @Option(names = "-o", paramLabel = "FILE", description = "Where to write it (default: standard output).")
    private Path file;

    CatalogExportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        String text = caller.client(context, "viewer").text("/analytics/metrics/export" + format.query());
        if (file == null) {
            context.terminal().out().print(text);
            return ExitCode.OK;
        }
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new StackException(
                    "The file " + file + " can't be written.", "Check its folder and your rights there.", e);
        }
        context.terminal().out().println("The catalog is in " + file + ".");
        return ExitCode.OK;
    }
}
