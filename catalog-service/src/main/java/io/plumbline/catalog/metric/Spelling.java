package io.plumbline.catalog.metric;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** How well a word that someone wrote fits a known one. */
final class Spelling {
    private static final int SHORTEST_PART = 3;
    private static final int ONE_SLIP = 4;
    private static final int TWO_SLIPS = 8;

    private Spelling() {}

    /** 1 for the same word, less for a beginning or plural and for slips of the pen, 0 for another word. */
    static double fit(String known, String written) {
        if (known.equals(written)) {
            return 1;
        }
        int shorter = Math.min(known.length(), written.length());
        if (shorter >= SHORTEST_PART && (known.startsWith(written) || written.startsWith(known))) {
            return 0.5 + 0.4 * shorter / Math.max(known.length(), written.length());
        }
        int slips = slips(known, written);
        int edits = new LevenshteinDistance(slips).apply(known, written);
        return edits < 0 || slips == 0 ? 0 : 0.7 - 0.1 * edits;
    }

    /** How many are forgiven: none in short words, and none in the first letter, which people get right. */
    private static int slips(String known, String written) {
        if (written.length() < ONE_SLIP || known.isEmpty() || known.charAt(0) != written.charAt(0)) {
            return 0;
        }
        return written.length() < TWO_SLIPS ? 1 : 2;
    }
}
