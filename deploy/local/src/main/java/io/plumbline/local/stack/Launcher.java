package io.plumbline.local.stack;

import io.plumbline.local.state.Event;
import io.plumbline.local.state.EventLog;
import io.plumbline.local.state.PortPlan;
import io.plumbline.local.state.ProcessRef;
import io.plumbline.local.state.StackException;
import io.plumbline.local.state.StackRecord;
import io.plumbline.local.state.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Starts the supervisor as a process of its own and follows what it tells. */
public final class Launcher {
    /** Names the root of the project to the command line. */
    public static final String CHECKOUT_VARIABLE = "PLUMBLINE_HOME";

    private static final Duration CHECK_EVERY = Duration.ofMillis(100);

    /** Job control gives the supervisor a process group of its own: Ctrl-C in the terminal does not reach it. */
    private static final String DETACH = "set -m; log=$1; shift; \"$@\" </dev/null >>\"$log\" 2>&1 & echo $!";

    private final Path checkout;
    private final StateFolder state;
    private final PortPlan ports;

    public Launcher(Path checkout, StateFolder state, PortPlan ports) {
        this.checkout = checkout;
        this.state = state;
        this.ports = ports;
    }

    /**
     * Starts a supervisor.
     *
     * @throws StackException when something needed is not built, or a port is taken
     */
    public ProcessRef launch(StackOptions options) {
        Applications.requireBuilt(checkout);
        ports.requireFree();
        new EventLog(state.events()).clear();
        setOldLogsAside();
        Path log = state.log("supervisor");
        List<String> command =
                new ArrayList<>(List.of("bash", "-c", DETACH, "detach", log.toString(), JvmFlags.java()));
        command.addAll(JvmFlags.supervisor());
        command.addAll(OwnProgram.javaArguments(new Applications(state.applications())));
        command.add("supervise");
        command.addAll(options.arguments());
        return started(command, log);
    }

    /**
     * Hands on what the supervisor tells until an event for which {@code last} says so, or until it has gone.
     *
     * @return the last event, or one that says that the supervisor vanished
     */
    public Event follow(EventLog events, ProcessRef supervisor, Consumer<Event> seen, Event.Kind... last)
            throws InterruptedException {
        while (true) {
            boolean alive = supervisor.alive();
            for (Event event : events.next()) {
                seen.accept(event);
                if (List.of(last).contains(event.kind())) {
                    return event;
                }
            }
            if (!alive) {
                return new Event(
                        Event.Kind.FAILED,
                        "",
                        "The supervisor of the stack ended unexpectedly. Its log ends with:\n%s\nThe whole log: %s"
                                .formatted(LogTail.of(state.log("supervisor")), state.log("supervisor")),
                        0);
            }
            Thread.sleep(CHECK_EVERY);
        }
    }

    private ProcessRef started(List<String> command, Path log) {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // It runs from a copy, so it can't see by itself where the checkout is.
        builder.environment().put(CHECKOUT_VARIABLE, checkout.toString());
        builder.environment().put(StateFolder.VARIABLE, state.folder().toString());
        builder.environment().put(PortPlan.OFFSET_VARIABLE, Integer.toString(ports.offset()));
        try {
            Process shell = builder.start();
            long pid = Long.parseLong(
                    new String(shell.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip());
            return ProcessHandle.of(pid)
                    .map(ProcessRef::of)
                    .orElseThrow(() -> new StackException("The supervisor ended at once.", "See " + log));
        } catch (IOException | NumberFormatException e) {
            throw new StackException("The supervisor could not be started: " + e.getMessage(), "See " + log, e);
        }
    }

    private void setOldLogsAside() {
        try (Stream<Path> logs = Files.list(state.logs())) {
            for (Path log :
                    logs.filter(file -> file.toString().endsWith(".log")).toList()) {
                Files.move(
                        log,
                        log.resolveSibling(log.getFileName() + ".old"),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stack of the state folder, when its supervisor lives. */
    public static Optional<StackRecord> running(StateFolder state) {
        return StackRecord.find(state).filter(StackRecord::supervised);
    }
}
