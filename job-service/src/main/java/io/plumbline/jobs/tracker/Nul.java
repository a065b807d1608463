package io.plumbline.jobs.tracker;

/** Finds the character U+0000, which no text in the database can hold. */
final class Nul {
    private Nul() {}

    /** @throws InvalidRecord where the line holds it, as a byte or as an escape */
    static void refuse(byte[] line, int length) {
        for (int i = 0; i < length; i++) {
            if (line[i] == 0 || (line[i] == '\\' && isEscape(line, i, length))) {
                throw new InvalidRecord("the line holds the character U+0000");
            }
            if (line[i] == '\\') {
                i++; // what is escaped begins no escape itself
            }
        }
    }

    private static boolean isEscape(byte[] line, int at, int length) {
        return at + 5 < length
                && line[at + 1] == 'u'
                && line[at + 2] == '0'
                && line[at + 3] == '0'
                && line[at + 4] == '0'
                && line[at + 5] == '0';
    }
}
