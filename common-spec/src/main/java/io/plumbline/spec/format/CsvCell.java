package io.plumbline.spec.format;

import io.plumbline.spec.canonical.CanonicalJson;
import java.util.Map;

/**
 * One cell. Null is empty, an empty text is {@code ""}. A text that a spreadsheet would take for a formula gets an
 * apostrophe in front, and so does a text that begins with one: to have the text itself, drop one leading apostrophe.
 * Numbers are never changed.
 */
final class CsvCell {
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";
    private static final String APOSTROPHE = "'";

    private CsvCell() {}

    static String of(Object value) {
        return switch (value) {
            case null -> "";
            case String text -> quoted(defused(text));
            case Map<?, ?> parts -> quoted(CanonicalJson.write(parts));
            default -> value.toString();
        };
    }

    private static String defused(String text) {
        boolean risky = !text.isEmpty() && (FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 || text.startsWith(APOSTROPHE));
        return risky ? APOSTROPHE + text : text;
    }

    private static String quoted(String text) {
        boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
