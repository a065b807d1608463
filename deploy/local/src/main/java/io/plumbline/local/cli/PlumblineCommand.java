package io.plumbline.local.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IFactory;

/** The root of all commands. */
@Command(
        name = "plumbline",
        description = {
            "Answers questions about software delivery from issue-tracker data.",
            "'up' starts the stack on this machine: the whole product with its servers. The others use it."
        },
        mixinStandardHelpOptions = true,
        version = "Plumbline 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            AskCommand.class,
            RunCommand.class,
            ExplainCommand.class,
            JobsCommand.class,
            DrillCommand.class,
            ReceiptCommand.class,
            AuditCommand.class,
            TraceCommand.class,
            CatalogCommand.class,
            ImportCommand.class,
            DemoCommand.class,
            TokenCommand.class,
            TestCommand.class,
            SuperviseCommand.class,
            BrokerCommand.class,
            GatewayCommand.class,
            HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:refused or failed; the message says why",
            "2:the command line is wrong",
            "3:the stack is not running",
            "4:the question can't be answered as it is (ask)"
        },
        footerHeading = "%nFirst steps:%n",
        footer = {
            "  ./plumbline up --detach",
            "  ./plumbline ask \"average velocity by project this year\"",
            "  ./plumbline down",
            "",
            "Environment:",
            "  PLUMBLINE_PORT_OFFSET   added to all ports, so that stacks can run side by side",
            "  PLUMBLINE_STATE         folder of the stack's data, logs and keys (default: deploy/local/.state)",
            "  PLUMBLINE_URL           gateway of another stack, for ask, run, jobs, explain, drill,",
            "                          receipt, audit, catalog, import and demo;",
            "                          their tokens are signed with that stack's key in PLUMBLINE_STATE",
            "",
            "./plumbline COMMAND --help says more about a command."
        })
public final class PlumblineCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Runs a command line and gives its exit code. */
    public static int execute(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Context context = Context.ofProcess(out, err, System.getenv());
        int code = commandLine(context).execute(arguments);
        out.flush();
        return code;
    }

    static CommandLine commandLine(Context context) {
        return new CommandLine(new PlumblineCommand(), new Factory(context))
                .setOut(context.terminal().out())
                .setErr(context.terminal().err())
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setExecutionExceptionHandler(new Complaints(context.terminal()));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Commands are made with what they work on. */
    private record Factory(Context context) implements IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (var constructor : type.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Context.class) {
                    return type.cast(constructor.newInstance(context));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
