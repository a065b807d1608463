package io.plumbline.spec.expression;

import io.plumbline.spec.expression.Token.Kind;
import java.util.List;
import java.util.function.IntPredicate;

/** Cuts a template into tokens. A character that begins none is a fault: nothing is skipped but blanks. */
final class Lexer {
    private static final List<String> SYMBOLS =
            List.of("!=", "<=", ">=", "=", "<", ">", "+", "-", "*", "/", "(", ")", ",");
    private static final List<String> COMMENTS = List.of("--", "/*", "*/");
    private static final int DIGITS = 20;

    private final String text;
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    /** The next token; at the end of the text, the end, however often. */
    Token next() {
        skipBlanks();
        return at < text.length() ? token() : new Token(Kind.END, "", at + 1);
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private Token token() {
        char first = text.charAt(at);
        if (isDigit(first)) {
            return number();
        }
        if (isNameStart(first)) {
            return token(Kind.NAME, run(Lexer::isNamePart), at);
        }
        return switch (first) {
            case '\'' -> quoted();
            case ':' -> parameter();
            default -> symbol();
        };
    }

    private Token number() {
        int start = at;
        String whole = run(Lexer::isDigit);
        at += whole.length();
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            String fraction = run(Lexer::isDigit);
            if (fraction.isEmpty()) {
                throw fault(start, text.substring(start, at), "a number needs digits after its point", List.of("1.5"));
            }
            at += fraction.length();
        }
        String written = text.substring(start, at);
        if (written.length() > DIGITS) {
            throw fault(start, written, "a number has at most " + DIGITS + " digits", List.of());
        }
        return new Token(Kind.NUMBER, written, start + 1);
    }

    private Token quoted() {
        int start = at++;
        var value = new StringBuilder();
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (point == '\'' && !text.startsWith("''", at)) {
                at++;
                return new Token(Kind.TEXT, value.toString(), start + 1);
            }
            requirePlain(point);
            value.appendCodePoint(point);
            at += point == '\'' ? 2 : Character.charCount(point);
        }
        throw fault(start, text.substring(start), "the text is not closed by a quote", List.of());
    }

    /** A text holds what can be seen: no control or formatting characters, and no backslash, which escapes elsewhere. */
    private void requirePlain(int point) {
        boolean plain = switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> point != '\\';
        };
        if (!plain) {
            throw fault(at, shown(point), "this character may not stand in a text", List.of());
        }
    }

    private Token parameter() {
        int start = at++;
        if (at == text.length() || !isNameStart(text.charAt(at))) {
            String written = text.startsWith(":", at) ? "::" : ":";
            throw fault(start, written, "a colon begins a parameter's name; there are no casts", List.of(":days"));
        }
        return token(Kind.PARAMETER, run(Lexer::isNamePart), start);
    }

    private Token symbol() {
        for (String comment : COMMENTS) {
            if (text.startsWith(comment, at)) {
                throw fault(at, comment, "comments are not allowed", List.of());
            }
        }
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                return token(Kind.SYMBOL, symbol, at);
            }
        }
        int point = text.codePointAt(at);
        throw fault(at, shown(point), "this character has no meaning here", SYMBOLS);
    }

    private String run(IntPredicate part) {
        int end = at;
        while (end < text.length() && part.test(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end);
    }

    private Token token(Kind kind, String written, int start) {
        at += written.length();
        return new Token(kind, written, start + 1);
    }

    private static String shown(int point) {
        boolean visible = point > ' ' && point < 0x7f;
        return visible ? Character.toString(point) : "U+%04X".formatted(point);
    }

    private static ExpressionException fault(int index, String token, String message, List<String> allowed) {
        return new ExpressionException(new ExpressionFault(index + 1, token, message, allowed));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isNamePart(int c) {
        return isNameStart(c) || isDigit(c);
    }
}
