package io.plumbline.translator.offline.time;

import io.plumbline.translator.offline.text.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reading on in a list of tokens. Positions past the end hold nothing. */
record Words(List<Token> tokens) {

    Optional<Token> at(int i) {
        return i >= 0 && i < tokens.size() ? Optional.of(tokens.get(i)) : Optional.empty();
    }

    boolean is(int i, String word) {
        return at(i).filter(token -> token.is(word)).isPresent();
    }

    boolean isAny(int i, Set<String> words) {
        return at(i).filter(token -> words.contains(token.folded())).isPresent();
    }

    /** Whether these words stand here. */
    boolean are(int i, String... words) {
        for (int k = 0; k < words.length; k++) {
            if (!is(i + k, words[k])) {
                return false;
            }
        }
        return true;
    }

    /** The place after a word that may stand here. */
    int skip(int i, Set<String> words) {
        return isAny(i, words) ? i + 1 : i;
    }

    int skip(int i, String word) {
        return is(i, word) ? i + 1 : i;
    }
}
