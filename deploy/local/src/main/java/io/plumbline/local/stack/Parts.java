package io.plumbline.local.stack;

import io.plumbline.embedded.Leash;
import io.plumbline.local.state.Event;
import io.plumbline.local.state.EventLog;
import io.plumbline.local.state.PortPlan;
import io.plumbline.local.state.ProcessRef;
import io.plumbline.local.state.StackRecord;
import io.plumbline.local.state.StackRecord.Part;
import io.plumbline.local.state.StackRecord.Phase;
import io.plumbline.local.state.StateFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keeps the stack's record and events up to date while its parts start and end. */
final class Parts {
    private final StateFolder state;
    private final PortPlan ports;
    private final Path data;
    private final EventLog events;
    private final List<Part> parts = new ArrayList<>();
    private final long startedAt = System.currentTimeMillis();
    private Phase phase = Phase.STARTING;
    private String message;

    Parts(StateFolder state, PortPlan ports, Path data, EventLog events) {
        this.state = state;
        this.ports = ports;
        this.data = data;
        this.events = events;
        write();
    }

    void tell(Event event) {
        events.append(event);
    }

    void tell(Event.Kind kind, String part, String text) {
        events.append(Event.of(kind, part, text));
    }

    /** A part that is a process; it is written down before anything can go wrong with it. */
    synchronized void add(String name, int port, Leash leash, String log) {
        parts.add(new Part(name, port, ProcessRef.of(leash.handle()), log));
        write();
    }

    /** A part whose process is another one now. */
    synchronized void renew(String name, Leash leash) {
        parts.replaceAll(part -> part.name().equals(name)
                ? new Part(name, part.port(), ProcessRef.of(leash.handle()), part.log())
                : part);
        write();
    }

    /** A part that runs inside the supervisor. */
    synchronized void addInside(String name, int port, String log) {
        parts.add(new Part(name, port, null, log));
        write();
    }

    synchronized void phase(Phase next, String why) {
        phase = next;
        message = why;
        write();
    }

    private void write() {
        new StackRecord(
                        phase,
                        message,
                        ProcessRef.of(ProcessHandle.current()),
                        ports.offset(),
                        data.toString(),
                        startedAt,
                        parts)
                .write(state);
    }
}
