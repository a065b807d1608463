package io.plumbline.spec.expression;

import java.util.List;

/**
 * What is wrong with a template, for the person who wrote it.
 *
 * @param position the character at which the token begins, counted from 1
 * @param token the token at fault as written, shortened where it is long; empty at the end of the text
 * @param message what is wrong, in words
 * @param allowed what could stand there; empty where the message says it all
 */
public record ExpressionFault(int position, String token, String message, List<String> allowed) {
    private static final int SHOWN = 40;

    public ExpressionFault {
        token = token.length() <= SHOWN ? token : token.substring(0, SHOWN) + "…";
        allowed = List.copyOf(allowed);
    }

    /** One line that names the position, the token, the fault and what is allowed. */
    public String describe() {
        String where = token.isEmpty() ? "at the end: " : "at character " + position + " (" + token + "): ";
        return where + message + (allowed.isEmpty() ? "" : "; allowed: " + String.join(", ", allowed));
    }
}
