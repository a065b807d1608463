package io.plumbline.spec.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logging.MDC;

/** What is logged from INFO on while it is open. */
final class LogLines extends Handler implements AutoCloseable {
    /**
     * One line.
     *
     * @param requestId of the request that it belongs to; null outside of requests
     */
    record Line(Level level, String logger, Throwable thrown, Object requestId) {}

    private final Logger root = LogManager.getLogManager().getLogger("");
    private final List<Line> lines = new CopyOnWriteArrayList<>();

    private LogLines() {}

    static LogLines open() {
        LogLines lines = new LogLines();
        lines.setLevel(Level.INFO);
        lines.root.addHandler(lines);
        return lines;
    }

    /** The lines so far, but those of the servers that the tests start. */
    List<Line> all() {
        return List.copyOf(lines);
    }

    /** The lines of warnings and errors. */
    List<Line> alarms() {
        return lines.stream()
                .filter(line -> line.level().intValue() >= Level.WARNING.intValue())
                .toList();
    }

    @Override
    public void publish(LogRecord logged) {
        if (isLoggable(logged)) {
            lines.add(new Line(
                    logged.getLevel(), logged.getLoggerName(), logged.getThrown(), MDC.get(LogContext.REQUEST_ID)));
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        root.removeHandler(this);
    }
}
