package io.plumbline.jobs.tracker;

import java.io.IOException;
import java.util.Set;

/** The words of a text that is plain or in the Atlassian document format. */
final class RichText {
    /** More is no help to a reader or a search. */
    private static final int MAX_LENGTH = 32_000;

    private static final Set<String> BLOCKS =
            Set.of("paragraph", "heading", "listItem", "codeBlock", "hardBreak", "tableRow", "blockquote", "rule");

    private final StringBuilder text = new StringBuilder();

    private RichText() {}

    /** Null for null and for values that are no text. */
    static String plain(JsonCursor cursor) throws IOException {
        if (cursor.isText()) {
            String whole = cursor.text();
            return whole.length() > MAX_LENGTH ? cut(whole) : whole;
        }
        if (!cursor.isObject()) {
            return null;
        }
        var document = new RichText();
        document.node(cursor);
        return document.text.toString().strip();
    }

    private void node(JsonCursor cursor) throws IOException {
        var type = new String[1];
        cursor.members(member -> {
            switch (member) {
                case "type" -> type[0] = cursor.text();
                case "text" -> append(cursor.text());
                case "content" -> {
                    if (cursor.isArray()) {
                        cursor.elements(element -> {
                            if (cursor.isObject()) {
                                node(cursor);
                            }
                        });
                    }
                }
                default -> {}
            }
        });
        if (type[0] != null && BLOCKS.contains(type[0])) {
            append("\n");
        }
    }

    private void append(String piece) {
        if (piece != null && text.length() < MAX_LENGTH) {
            text.append(piece, 0, Math.min(piece.length(), MAX_LENGTH - text.length()));
        }
    }

    private static String cut(String whole) {
        int end = Character.isHighSurrogate(whole.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return whole.substring(0, end);
    }
}
