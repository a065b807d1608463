package io.plumbline.jobs.tracker;

/** Pieces of foreign text that may be shown: control characters replaced, cut to a length. */
public final class Texts {
    private Texts() {}

    public static String excerpt(String text, int length) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(length)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '\uFFFD' : c)
                .map(c -> Character.getType(c) == Character.SURROGATE ? '\uFFFD' : c)
                .forEach(shown::appendCodePoint);
        return text.codePointCount(0, text.length()) > length ? shown + "…" : shown.toString();
    }
}
