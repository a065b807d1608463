package io.plumbline.translator.offline.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads a mistyped word as a known one: the first letter is right and one letter is wrong, missing, doubled or swapped
 * with its neighbour; in words of ten letters and more, two. Words of four letters may only have two swapped. Two
 * equally near words are no correction.
 */
public final class Spelling {
    private static final int SWAPS_ONLY = 4;
    private static final int TWO_ERRORS = 10;

    private final Map<Character, List<String>> byInitial;

    /** @param words folded words that may be meant */
    public Spelling(Collection<String> words) {
        var grouped = new HashMap<Character, TreeSet<String>>();
        for (var word : words) {
            if (word.length() >= SWAPS_ONLY && word.chars().allMatch(Character::isLetter)) {
                grouped.computeIfAbsent(word.charAt(0), c -> new TreeSet<>()).add(word);
            }
        }
        this.byInitial = new HashMap<>();
        grouped.forEach((initial, group) -> byInitial.put(initial, List.copyOf(group)));
    }

    /** The one known word that is nearest to a word that is not known itself. */
    public Optional<String> correct(String word) {
        if (word.length() < SWAPS_ONLY || !word.chars().allMatch(Character::isLetter)) {
            return Optional.empty();
        }
        String best = null;
        int bestDistance = allowed(word) + 1;
        boolean tie = false;
        for (var known : byInitial.getOrDefault(word.charAt(0), List.of())) {
            int distance = distance(word, known);
            tie = distance == bestDistance || (distance > bestDistance && tie);
            if (distance < bestDistance) {
                best = known;
                bestDistance = distance;
            }
        }
        return tie ? Optional.empty() : Optional.ofNullable(best);
    }

    private static int allowed(String word) {
        return word.length() >= TWO_ERRORS ? 2 : 1;
    }

    private static int distance(String word, String known) {
        int allowed = allowed(word);
        if (Math.abs(word.length() - known.length()) > allowed) {
            return Integer.MAX_VALUE;
        }
        int distance = EditDistance.between(word, known);
        boolean tooShort = word.length() == SWAPS_ONLY && !EditDistance.sameLetters(word, known);
        return distance > allowed || tooShort ? Integer.MAX_VALUE : distance;
    }
}
