package io.plumbline.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What can be asked about; its subcommands do the work. */
@Command(
        name = "catalog",
        mixinStandardHelpOptions = true,
        description = "Shows the metrics that can be asked about, and exchanges them with other tools.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CatalogListCommand.class,
            CatalogShowCommand.class,
            CatalogExportCommand.class,
            CatalogImportCommand.class,
            CatalogPagesCommand.class
        },
        footer = {
            "",
            "./plumbline catalog list --category lead_time",
            "./plumbline catalog show velocity",
            "./plumbline catalog export --format dbt -o metrics.yaml",
            "./plumbline catalog import metrics.yaml --format dbt --dry-run"
        })
final class CatalogCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
