package io.plumbline.translator.offline.link;

import io.plumbline.translator.offline.text.Token;
import io.plumbline.translator.offline.vocabulary.Keyword;
import io.plumbline.translator.offline.vocabulary.Meaning;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A run of words that belong together.
 *
 * @param first place of its first token in the question
 * @param meanings all it can stand for, the likeliest first; never empty
 */
public record Item(int first, List<Token> tokens, List<Meaning> meanings) {
    private static final int LONGEST = 60;

    public Item {
        tokens = List.copyOf(tokens);
        meanings = List.copyOf(meanings);
    }

    /** The words as written, for messages: very long ones are cut. */
    public String text() {
        var text = tokens.stream().map(Token::surface).collect(Collectors.joining(" "));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    public boolean is(Keyword keyword) {
        return meanings.contains(new Meaning.Word(keyword));
    }

    /** Its first meaning of a kind. */
    public <M extends Meaning> Optional<M> find(Class<M> kind) {
        return meanings.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Whether the last word is a plural. */
    public boolean plural() {
        var word = tokens.getLast().folded();
        return "people".equals(word) || (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us"));
    }

    public boolean corrected() {
        return tokens.stream().anyMatch(Token::corrected);
    }
}
