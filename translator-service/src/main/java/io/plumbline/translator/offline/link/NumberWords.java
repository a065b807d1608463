package io.plumbline.translator.offline.link;

import io.plumbline.translator.offline.text.Token;
import java.util.List;
import java.util.Optional;

/** One to twelve in words. */
final class NumberWords {
    private static final List<String> WORDS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private NumberWords() {}

    static Optional<Integer> find(Token token) {
        int index = WORDS.indexOf(token.folded());
        return index < 0 ? Optional.empty() : Optional.of(index + 1);
    }
}
