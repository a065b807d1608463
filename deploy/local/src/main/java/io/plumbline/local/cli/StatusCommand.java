package io.plumbline.local.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plumbline.local.state.ProcessRef;
import io.plumbline.local.state.StackRecord;
import io.plumbline.local.state.StackRecord.Part;
import io.plumbline.local.state.StackRecord.Phase;
import io.plumbline.local.terminal.Table;
import io.plumbline.local.terminal.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what runs. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows what runs, on which port, with how much memory, and where it logs.")
final class StatusCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    StatusCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Optional<StackRecord> found = StackRecord.find(context.state());
        if (found.isEmpty()) {
            throw NotRunningException.never();
        }
        StackRecord stack = found.get();
        if (json) {
            context.terminal().out().println(document(stack).toPrettyString());
        } else {
            print(stack);
        }
        return stack.supervised() && stack.phase() == Phase.READY ? ExitCode.OK : ExitCode.NOT_RUNNING;
    }

    private void print(StackRecord stack) {
        Terminal terminal = context.terminal();
        headline(stack).forEach(terminal.out()::println);
        terminal.out().println();
        Table table = new Table(List.of("part", "state", "port", "pid", "memory MB", "log")).numeric(2, 3, 4);
        table.row(List.of(
                "supervisor",
                alive(stack.supervisor()),
                "",
                Long.toString(stack.supervisor().pid()),
                memory(stack.supervisor()),
                log("supervisor")));
        stack.parts().forEach(part -> table.row(row(part, stack)));
        table.lines(terminal.tableWidth()).forEach(terminal.out()::println);
    }

    private List<String> headline(StackRecord stack) {
        String url = context.terminal().bold(stack.ports().gatewayUrl());
        return switch (stack.phase()) {
            case FAILED ->
                List.of(
                        context.terminal()
                                .red(
                                        stack.supervised()
                                                ? "Plumbline has failed and is being stopped."
                                                : "Plumbline has failed and is down."),
                        stack.message());
            case STOPPING -> List.of(stack.supervised() ? "Plumbline is being stopped." : "Plumbline is down.");
            case STARTING, READY -> {
                String phase = stack.phase().name().toLowerCase(Locale.ROOT);
                yield stack.supervised()
                        ? List.of("Plumbline is " + phase + " " + uptime(stack) + " at " + url)
                        : List.of(
                                context.terminal().red("Plumbline is down: its supervisor was killed."),
                                "./plumbline down ends what is left of it.");
            }
        };
    }

    private List<String> row(Part part, StackRecord stack) {
        ProcessRef process = part.process() == null ? stack.supervisor() : part.process();
        boolean inside = part.process() == null;
        return List.of(
                part.name(),
                alive(process),
                Integer.toString(part.port()),
                inside ? "" : Long.toString(process.pid()),
                inside ? "" : memory(process),
                log(part.log()));
    }

    private ObjectNode document(StackRecord stack) {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("phase", phase(stack))
                .put("message", stack.message())
                .put("url", stack.ports().gatewayUrl())
                .put("data", stack.data())
                .put("supervisor_pid", stack.supervisor().pid());
        stack.parts().forEach(part -> {
            ProcessRef process = part.process() == null ? stack.supervisor() : part.process();
            document.withArray("parts")
                    .addObject()
                    .put("name", part.name())
                    .put("alive", process.alive())
                    .put("port", part.port())
                    .put("pid", process.pid())
                    .put("inside_supervisor", part.process() == null)
                    .put("resident_mb", ResidentMemory.megabytes(process).orElse(-1))
                    .put("log", log(part.log()));
        });
        return document;
    }

    private static String phase(StackRecord stack) {
        return stack.supervised() ? stack.phase().name().toLowerCase(Locale.ROOT) : "down";
    }

    private static String alive(ProcessRef process) {
        return process.alive() ? "running" : "gone";
    }

    private static String memory(ProcessRef process) {
        var megabytes = ResidentMemory.megabytes(process);
        return megabytes.isPresent() ? Long.toString(megabytes.getAsLong()) : "";
    }

    private String log(String name) {
        return context.state().log(name).toString();
    }

    private static String uptime(StackRecord stack) {
        Duration up = Duration.ofMillis(System.currentTimeMillis() - stack.startedAt());
        return up.toHours() > 0
                ? "for %d h %d min".formatted(up.toHours(), up.toMinutesPart())
                : "for %d min %d s".formatted(up.toMinutes(), up.toSecondsPart());
    }
}
