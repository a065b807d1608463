package io.plumbline.local.cli;

import io.plumbline.local.state.Event;
import io.plumbline.local.terminal.Progress;
import io.plumbline.local.terminal.Terminal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Shows how a stack starts. */
final class StartScreen {
    private final Terminal terminal;
    private final Progress progress;
    private final long began;
    private final Set<String> starting = new LinkedHashSet<>();
    private int parts;
    private boolean warned;

    /**
     * A screen for one start.
     *
     * @param began {@link System#nanoTime} of its begin
     */
    StartScreen(Terminal terminal, long began) {
        this.terminal = terminal;
        this.progress = new Progress(terminal);
        this.began = began;
    }

    boolean warned() {
        return warned;
    }

    void show(Event event) {
        switch (event.kind()) {
            case STARTING -> {
                starting.add(event.part());
                parts++;
                waiting();
            }
            case STARTED -> {
                starting.remove(event.part());
                progress.line("%s %-20s %-44s %s"
                        .formatted(terminal.green("✓"), event.part(), event.text(), terminal.faint(elapsed())));
                waiting();
            }
            case PROGRESS -> progress.show(event.part() + ": " + event.text(), event.fraction());
            case WARNING -> {
                warned = true;
                progress.line(terminal.red("! " + event.part() + ": " + event.text()));
            }
            case RESTARTED -> progress.line(event.part() + " " + event.text());
            case UP, FAILED, STOPPING, DOWN -> progress.clear();
        }
    }

    void ready(String url, boolean demo) {
        progress.clear();
        terminal.out().println();
        terminal.out().println("Plumbline is up after " + elapsed() + " at " + terminal.bold(url));
        terminal.out().println();
        if (demo) {
            terminal.out().println("  ./plumbline ask \"average velocity by project this year\"");
            terminal.out().println("  ./plumbline ask \"p90 lead time of bugs per month in PAY\"");
        } else {
            terminal.out().println("  ./plumbline import FILE     brings in tracker records");
            terminal.out().println("  ./plumbline demo            loads the demo data after all");
        }
        terminal.out().println("  ./plumbline status          what runs, and where its log is");
        terminal.out().println("  ./plumbline down            stops everything, the data stays");
        terminal.out().flush();
    }

    private void waiting() {
        if (terminal.interactive() && !starting.isEmpty()) {
            progress.show("starting " + String.join(", ", starting), (double) (parts - starting.size()) / parts);
        }
    }

    private String elapsed() {
        return String.format(
                Locale.ROOT,
                "%.1f s",
                Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0);
    }
}
