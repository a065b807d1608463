package io.plumbline.acceptance.fuzz;

import io.plumbline.acceptance.history.Chance;

/** Twelve random characters that every text chosen by a spec's author carries. */
record Marker(String text) {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    static Marker of(Chance chance) {
        StringBuilder text = new StringBuilder("z");
        while (text.length() < 12) {
            text.append(LETTERS.charAt(chance.between(0, LETTERS.length() - 1)));
        }
        return new Marker(text.toString());
    }

    /** A name for a column. */
    String column(int number) {
        return "m" + number + "_" + text;
    }
}
