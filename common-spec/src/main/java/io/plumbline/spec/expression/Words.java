package io.plumbline.spec.expression;

import io.plumbline.spec.expression.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The words of the grammar, and the words of SQL that are refused by name, so that the message says why. */
final class Words {
    private static final Set<String> KEYWORDS = Set.of("""
            and or not is null in case when then else end true false filter where distinct""".split(" "));
    private static final Set<String> FOREIGN = Set.of("""
            all any array as between cast collate copy create delete do drop except execute exists
            from grant group having ilike insert intersect into join lateral like limit order over
            partition returning row select set similar some table union update using values with
            within""".split("\\s+"));

    private Words() {}

    static boolean isKeyword(String word) {
        return KEYWORDS.contains(word);
    }

    /** The token's text, where it can be the name of a column or parameter. */
    static String name(Token token) {
        requireKnown(token);
        if (isKeyword(token.text())) {
            throw token.fault("this keyword has no place here", List.of("a column", "a value"));
        }
        return token.text();
    }

    /** Refuses a word that belongs to SQL but not to this grammar, and one that is not in lower case. */
    static void requireKnown(Token token) {
        if (token.kind() != Kind.NAME && token.kind() != Kind.PARAMETER) {
            return;
        }
        if (FOREIGN.contains(lower(token.text()))) {
            throw token.fault("this word of SQL is not part of the expression language", List.of());
        }
        if (!lower(token.text()).equals(token.text())) {
            throw token.fault("names and keywords are written in lower case", List.of(lower(token.text())));
        }
    }

    static ExpressionException unknownFunction(Token name) {
        List<String> functions = Stream.concat(
                        ScalarFunction.wireNames().stream(), AggregateFunction.wireNames().stream())
                .toList();
        return name.fault("there is no such function", functions);
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
