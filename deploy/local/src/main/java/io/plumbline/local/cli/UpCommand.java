package io.plumbline.local.cli;

import io.plumbline.local.stack.Launcher;
import io.plumbline.local.stack.StackOptions;
import io.plumbline.local.stack.Teardown;
import io.plumbline.local.state.Event;
import io.plumbline.local.state.EventLog;
import io.plumbline.local.state.PortPlan;
import io.plumbline.local.state.ProcessRef;
import io.plumbline.local.state.StackRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the stack. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Starts the stack, loads the demo data, and stays in the foreground until Ctrl-C.",
            "That is PostgreSQL, Redis, Kafka, four services and the gateway, all on 127.0.0.1.",
            "The address to use is http://127.0.0.1:8080. What has changed in the sources is built first."
        },
        footer = {
            "",
            "./plumbline up --detach                     returns when all is ready; ./plumbline down ends it",
            "PLUMBLINE_PORT_OFFSET=100 ./plumbline up    moves all ports by 100"
        })
final class UpCommand implements Callable<Integer> {
    private final Context context;

    @Option(
            names = {"-d", "--detach"},
            description = "Return as soon as the stack is up.")
    private boolean detach;

    @Option(names = "--no-demo", description = "Load no demo data.")
    private boolean noDemo;

    @Option(
            names = "--demo-until",
            paramLabel = "DATE",
            description = {
                "The demo data ends before this day, YYYY-MM-DD (default: today at the first start, then as it is).",
                "Another day than before replaces all data of the tenants demo and globex."
            })
    private LocalDate demoUntil;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the servers' data (default: data in the state folder).")
    private Path data;

    @Option(
            names = "--restart",
            description = "Start a part that ends by itself again, as a cluster does, instead of ending the stack.")
    private boolean restart;

    @Option(
            names = "--job-services",
            paramLabel = "N",
            description = "How many processes of job-service share the jobs (default: ${DEFAULT-VALUE}).")
    private int jobServices = 1;

    UpCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<StackRecord> running = Launcher.running(context.state());
        if (running.isPresent()) {
            context.terminal()
                    .out()
                    .println("The stack is running already, at "
                            + running.get().ports().gatewayUrl() + ". To start it anew: ./plumbline down, then up.");
            return ExitCode.OK;
        }
        PortPlan ports = context.ports();
        cleanUp();
        Launcher launcher = new Launcher(context.checkout(), context.state(), ports);
        long began = System.nanoTime();
        ProcessRef supervisor = launcher.launch(options());
        Thread stop = new Thread(() -> stopBySignal(supervisor), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        EventLog events = new EventLog(context.state().events());
        StartScreen screen = new StartScreen(context.terminal(), began);
        Event last = launcher.follow(
                events, supervisor, screen::show, Event.Kind.UP, Event.Kind.FAILED, Event.Kind.STOPPING);
        if (last.kind() != Event.Kind.UP) {
            return failed(last, supervisor);
        }
        screen.ready(last.text(), !noDemo);
        if (detach) {
            Runtime.getRuntime().removeShutdownHook(stop);
            return screen.warned() ? ExitCode.FAILED : ExitCode.OK;
        }
        return stay(launcher, events, supervisor);
    }

    /** What a stack that was killed has left behind. */
    private void cleanUp() {
        StackRecord.find(context.state()).ifPresent(stack -> new Teardown(context.state()).end(stack));
    }

    private StackOptions options() {
        Path folder = data == null
                ? context.state().defaultData()
                : data.toAbsolutePath().normalize();
        return new StackOptions(folder, !noDemo, Optional.ofNullable(demoUntil), restart, jobServices);
    }

    private int stay(Launcher launcher, EventLog events, ProcessRef supervisor) throws InterruptedException {
        context.terminal().err().println("Ctrl-C stops the stack.");
        Event end = launcher.follow(events, supervisor, this::tell, Event.Kind.FAILED, Event.Kind.STOPPING);
        return end.kind() == Event.Kind.FAILED ? failed(end, supervisor) : ExitCode.OK;
    }

    private void tell(Event event) {
        if (event.kind() == Event.Kind.RESTARTED) {
            context.terminal().err().println(event.part() + " " + event.text());
        }
    }

    private int failed(Event event, ProcessRef supervisor) {
        context.terminal()
                .err()
                .println(
                        event.text().isEmpty()
                                ? "The stack is being stopped by another command."
                                : context.terminal().red(event.text()));
        context.terminal().err().println("Waiting until everything has ended …");
        stop(supervisor);
        return ExitCode.FAILED;
    }

    private void stopBySignal(ProcessRef supervisor) {
        if (supervisor.alive()) {
            context.terminal().err().println("Stopping …");
        }
        stop(supervisor);
    }

    private void stop(ProcessRef supervisor) {
        StackRecord.find(context.state())
                .filter(stack -> stack.supervisor().equals(supervisor))
                .ifPresentOrElse(
                        stack -> new Teardown(context.state()).end(stack),
                        () -> supervisor.find().ifPresent(ProcessHandle::destroy));
    }
}
