package io.plumbline.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plumbline.local.client.ImportStatus;
import io.plumbline.local.client.Imports;
import io.plumbline.local.state.StackException;
import io.plumbline.local.terminal.Progress;
import io.plumbline.local.terminal.Table;
import io.plumbline.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports a file of tracker records. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Imports a file of tracker records into a tenant's data.",
            "One JSON object a line, plain or gzip: {\"kind\": KIND, \"data\": DATA}; KIND is issue, sprint,",
            "status, comment, worklog, project or user, DATA is what Jira Cloud's REST API returns for it.",
            "Lines that can't be read are reported, the others are imported. Repeating an import changes nothing."
        },
        footer = {
            "",
            "./plumbline import records.ndjson.gz --tenant acme",
            "./plumbline ask \"issues created per month\" --tenant acme"
        })
final class ImportCommand implements Callable<Integer> {
    private static final int SHOWN = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Context context;

    @Parameters(paramLabel = "FILE", description = "The file, such as records.ndjson or records.ndjson.gz.")
    private Path file;

    @Mixin
    private Caller caller;

    @Option(
            names = "--instance",
            defaultValue = "main",
            paramLabel = "INSTANCE",
            description = "The tracker's name within the tenant (default: ${DEFAULT-VALUE}).")
    private String instance;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    ImportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new StackException("There is no file " + file + ".", "Check its path.");
        }
        Imports imports = new Imports(caller.client(context, "admin"));
        Progress progress = new Progress(context.terminal());
        ImportStatus started = imports.start(file, instance, sent -> progress.show("sending", sent));
        ImportStatus ended = imports.await(started.id(), status -> progress.show(label(status), status.progress()));
        progress.clear();
        if (json) {
            context.terminal().out().println(JSON.writeValueAsString(ended));
        } else {
            print(ended);
        }
        return ended.isCompleted() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String label(ImportStatus status) {
        String stage = status.stage().isEmpty() ? status.status() : status.stage();
        return "%s, %s lines read".formatted(stage.replace('_', ' '), count(status.read()));
    }

    private void print(ImportStatus status) {
        Terminal terminal = context.terminal();
        terminal.out()
                .println("Import %s %s: %s lines read, %s accepted, %s rejected."
                        .formatted(
                                status.id(),
                                status.isCompleted() ? terminal.green(status.status()) : terminal.red(status.status()),
                                count(status.read()),
                                count(status.accepted()),
                                count(status.rejected())));
        if (status.error() != null) {
            terminal.err().println(status.error());
        }
        if (!status.rejections().isEmpty()) {
            Table table = new Table(List.of("line", "reason", "excerpt")).numeric(0);
            status.rejections().stream()
                    .limit(SHOWN)
                    .forEach(one -> table.row(List.of(count(one.line()), one.reason(), one.excerpt())));
            terminal.out().println();
            table.lines(terminal.tableWidth()).forEach(terminal.out()::println);
        }
        if (status.rejected() > SHOWN) {
            terminal.out().println("… and more; --json shows those that are kept.");
        }
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
