package io.plumbline.local.terminal;

/** Progress of long work: one line that is rewritten for a person, a few plain lines for a log. */
public final class Progress {
    private static final int BAR = 24;
    private static final long TELL_EVERY_NANOS = 1_000_000_000;

    private final Terminal terminal;
    private String label = "";
    private long told = System.nanoTime();
    private boolean open;

    public Progress(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Shows how far the work is.
     *
     * @param fraction 0 to 1
     */
    public void show(String text, double fraction) {
        if (terminal.interactive()) {
            int full = (int) Math.round(Math.clamp(fraction, 0, 1) * BAR);
            String bar = "█".repeat(full) + "░".repeat(BAR - full);
            rewrite("%s %3d%%  %s".formatted(bar, Math.round(fraction * 100), text));
            return;
        }
        String now = "%s %d%%".formatted(text, Math.round(fraction * 100));
        if (!now.equals(label) && System.nanoTime() - told > TELL_EVERY_NANOS) {
            line(now);
            label = now;
            told = System.nanoTime();
        }
    }

    /** A line that stays. */
    public void line(String text) {
        clear();
        terminal.err().println(text);
        terminal.err().flush();
    }

    /** Removes what would be rewritten. */
    public void clear() {
        if (open) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
            open = false;
        }
    }

    private void rewrite(String text) {
        String cut = text.length() < terminal.width() ? text : text.substring(0, terminal.width() - 1);
        terminal.err().print("\r\u001b[K" + cut);
        terminal.err().flush();
        open = true;
    }
}
