package io.plumbline.local.terminal;

import java.io.PrintWriter;
import java.util.Map;

/**
 * Where output goes and what the place is capable of.
 *
 * @param out results
 * @param err progress, hints and errors
 * @param interactive whether a person sees it: lines may be rewritten and coloured
 * @param width columns
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean interactive, int width) {
    private static final int DEFAULT_WIDTH = 120;
    private static final int LEAST_WIDTH = 40;

    /** The terminal of this process; its width comes from the launching script. */
    public static Terminal of(PrintWriter out, PrintWriter err, Map<String, String> environment) {
        boolean interactive = "1".equals(environment.get("PLUMBLINE_TTY"));
        return new Terminal(out, err, interactive, width(environment.get("PLUMBLINE_COLUMNS")));
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

    private static int width(String text) {
        try {
            return text == null ? DEFAULT_WIDTH : Math.max(LEAST_WIDTH, Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            return DEFAULT_WIDTH;
        }
    }
}
