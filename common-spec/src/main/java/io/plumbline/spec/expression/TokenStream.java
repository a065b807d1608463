package io.plumbline.spec.expression;

import io.plumbline.spec.expression.Token.Kind;
import java.util.List;

/** The tokens of a template, read from front to back with one token of foresight. */
final class TokenStream {
    private static final List<String> AFTER_VALUE = List.of("an operator", "the end");

    private final List<Token> tokens;
    private int at;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    /** The next token, which is then behind; the end is never left behind. */
    Token next() {
        Token token = peek();
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    /** The next token's text where it is a symbol, else nothing. */
    String symbol() {
        return peek().kind() == Kind.SYMBOL ? peek().text() : "";
    }

    boolean accepts(String expected) {
        boolean found = peek().is(expected);
        if (found) {
            at++;
        }
        return found;
    }

    void expect(String expected) {
        Token token = peek();
        if (!accepts(expected)) {
            Words.requireKnown(token);
            throw token.fault("something else must stand here", List.of(expected));
        }
    }

    void expectEnd() {
        Token token = peek();
        if (token.kind() != Kind.END) {
            Words.requireKnown(token);
            throw token.fault("the expression should have ended before this", AFTER_VALUE);
        }
    }
}
