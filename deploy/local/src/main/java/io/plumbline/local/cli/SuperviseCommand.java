package io.plumbline.local.cli;

import io.plumbline.local.stack.StackOptions;
import io.plumbline.local.stack.Supervisor;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code up} starts as a process of its own. */
@Command(name = "supervise", hidden = true, description = "Runs the stack in this process. Used by up.")
final class SuperviseCommand implements Callable<Integer> {
    private final Context context;

    @Option(names = "--data", required = true)
    private Path data;

    @Option(names = "--no-demo")
    private boolean noDemo;

    @Option(names = "--demo-until")
    private LocalDate demoUntil;

    @Option(names = "--restart")
    private boolean restart;

    @Option(names = "--job-services")
    private int jobServices = 1;

    SuperviseCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        ConsoleLog.configure();
        StackOptions options = new StackOptions(data, !noDemo, Optional.ofNullable(demoUntil), restart, jobServices);
        return new Supervisor(context.checkout(), context.state(), context.ports(), options).run();
    }
}
