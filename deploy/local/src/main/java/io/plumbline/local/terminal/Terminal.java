package io.plumbline.local.terminal;

import java.io.PrintWriter;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Where output goes and what the place is capable of.
 *
 * @param out results
 * @param err progress, hints and errors
 * @param interactive whether a person sees it: lines may be rewritten and coloured
 * @param columns how wide it is; empty for a file or a pipe
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean interactive, OptionalInt columns) {
    private static final int DEFAULT_WIDTH = 120;
    private static final int LEAST_WIDTH = 40;

    /** The terminal of this process; its width comes from the launching script. */
    public static Terminal of(PrintWriter out, PrintWriter err, Map<String, String> environment) {
        boolean interactive = "1".equals(environment.get("PLUMBLINE_TTY"));
        return new Terminal(out, err, interactive, columns(environment.get("PLUMBLINE_COLUMNS")));
    }

    /** How wide running text is. */
    public int width() {
        return columns.orElse(DEFAULT_WIDTH);
    }

    /** How wide a table may be. In a file or a pipe nothing is cut off. */
    public int tableWidth() {
        return columns.orElse(Integer.MAX_VALUE);
    }

    public String bold(String text) {
        return styled("1", text);
    }

    public String faint(String text) {
        return styled("2", text);
    }

    public String red(String text) {
        return styled("31", text);
    }

    public String green(String text) {
        return styled("32", text);
    }

    private String styled(String code, String text) {
        return interactive ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    private static OptionalInt columns(String text) {
        try {
            return text == null
                    ? OptionalInt.empty()
                    : OptionalInt.of(Math.max(LEAST_WIDTH, Integer.parseInt(text.strip())));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
