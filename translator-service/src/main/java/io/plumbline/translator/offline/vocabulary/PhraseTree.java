package io.plumbline.translator.offline.vocabulary;

import io.plumbline.translator.offline.text.Token;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Phrases by their words, for the longest match in one pass. A word matches by its stem, or only as written. */
final class PhraseTree {
    private static final String EXACT = "=";
    private final Node root = new Node();

    /** A phrase that begins at the asked token: how many tokens it covers, and what it can mean. */
    record Match(int length, List<Meaning> meanings) {}

    private static final class Node {
        private final Map<String, Node> next = new HashMap<>();
        private final Set<Meaning> meanings = new LinkedHashSet<>();
    }

    /** Adds a phrase whose words match by their stems. */
    void add(List<Token> words, Meaning meaning) {
        var node = root;
        for (var word : words) {
            node = node.next.computeIfAbsent(word.stem(), w -> new Node());
        }
        node.meanings.add(meaning);
    }

    /** Adds a single word that matches only in this form. */
    void addExact(Token word, Meaning meaning) {
        root.next
                .computeIfAbsent(EXACT + word.folded(), w -> new Node())
                .meanings
                .add(meaning);
    }

    boolean has(List<Token> words) {
        var node = root;
        for (var word : words) {
            node = node.next.get(word.stem());
            if (node == null) {
                return false;
            }
        }
        return !node.meanings.isEmpty();
    }

    /** The longest phrase that begins at {@code from}; length 0 where none does. */
    Match longest(List<Token> tokens, int from) {
        var best = new Match(0, List.of());
        var node = root;
        for (int i = from; i < tokens.size() && node != null; i++) {
            node = node.next.get(tokens.get(i).stem());
            if (node != null && !node.meanings.isEmpty()) {
                best = new Match(i - from + 1, List.copyOf(node.meanings));
            }
        }
        var exact = root.next.get(EXACT + tokens.get(from).folded());
        return exact == null || best.length() > 1 ? best : new Match(1, both(exact.meanings, best.meanings()));
    }

    private static List<Meaning> both(Set<Meaning> exact, List<Meaning> stemmed) {
        var all = new LinkedHashSet<>(exact);
        all.addAll(stemmed);
        return List.copyOf(all);
    }
}
