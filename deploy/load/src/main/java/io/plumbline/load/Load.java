package io.plumbline.load;

import io.plumbline.load.chaos.ChaosCommand;
import io.plumbline.load.compiler.CompilerCommand;
import io.plumbline.load.faults.FaultsCommand;
import io.plumbline.load.fill.FillCommand;
import io.plumbline.load.run.RunCommand;
import io.plumbline.load.users.UsersCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks' command line. */
@Command(
        name = "bench",
        description = "Measures the compiler by itself, and the running product beside plain SQL.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CompilerCommand.class,
            FillCommand.class,
            RunCommand.class,
            UsersCommand.class,
            FaultsCommand.class,
            ChaosCommand.class
        })
public final class Load {
    /** Ends the process with the command's exit code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Load())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }
}
