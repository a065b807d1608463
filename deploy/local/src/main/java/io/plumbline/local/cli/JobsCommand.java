package io.plumbline.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Long queries that go on by themselves; its subcommands do the work. */
@Command(
        name = "jobs",
        mixinStandardHelpOptions = true,
        description = {
            "Runs long queries as jobs: up to 100,000 rows and five minutes.",
            "A job goes on when the command that watches it ends; 'follow' comes back to it."
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            JobsRunCommand.class,
            JobsListCommand.class,
            JobsShowCommand.class,
            JobsFollowCommand.class,
            JobsResultCommand.class,
            JobsCancelCommand.class
        },
        footer = {
            "",
            "./plumbline jobs run spec.json --follow",
            "./plumbline jobs run spec.json --format parquet -o rows.parquet",
            "./plumbline jobs list --state running",
            "./plumbline jobs result ID --format csv -o rows.csv"
        })
final class JobsCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
