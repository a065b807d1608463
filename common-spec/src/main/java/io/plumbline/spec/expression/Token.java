package io.plumbline.spec.expression;

import java.util.List;

/**
 * A word of a template.
 *
 * @param kind what it is
 * @param text as written; for a text literal its value, for a parameter its name
 * @param position of its first character, from 1
 */
record Token(Kind kind, String text, int position) {
    enum Kind {
        NUMBER,
        TEXT,
        NAME,
        PARAMETER,
        SYMBOL,
        END
    }

    /** Whether it is that keyword or symbol. */
    boolean is(String expected) {
        return (kind == Kind.NAME || kind == Kind.SYMBOL) && text.equals(expected);
    }

    ExpressionException fault(String message, List<String> allowed) {
        return new ExpressionException(new ExpressionFault(position, written(), message, allowed));
    }

    private String written() {
        return switch (kind) {
            case TEXT -> "'" + text.replace("'", "''") + "'";
            case PARAMETER -> ":" + text;
            case NUMBER, NAME, SYMBOL, END -> text;
        };
    }
}
