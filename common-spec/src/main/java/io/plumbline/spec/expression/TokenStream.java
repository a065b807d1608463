package io.plumbline.spec.expression;

import io.plumbline.spec.expression.Token.Kind;
import java.util.List;

/** The tokens of a template, read from front to back with one token of foresight. */
final class TokenStream {
    private static final List<String> AFTER_VALUE = List.of("an operator", "the end");

    private final Lexer lexer;
    private Token ahead;

    TokenStream(Lexer lexer) {
        this.lexer = lexer;
    }

    /** Reads no further than this token, so that the first fault of the text is the one reported. */
    Token peek() {
        if (ahead == null) {
            ahead = lexer.next();
        }
        return ahead;
    }

    /** The next token, which is then behind. */
    Token next() {
        Token token = peek();
        ahead = null;
        return token;
    }

    /** The next token's text where it is a symbol, else nothing. */
    String symbol() {
        return peek().kind() == Kind.SYMBOL ? peek().text() : "";
    }

    boolean accepts(String expected) {
        boolean found = peek().is(expected);
        if (found) {
            next();
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
