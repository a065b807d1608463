package io.plumbline.translator.offline.vocabulary;

import io.plumbline.translator.Values;
import io.plumbline.translator.offline.text.Token;
import io.plumbline.translator.offline.text.Tokenizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The values of one tenant as phrases: whole, and people also by a first or last name that only one of them bears. */
public final class ValueVocabulary {
    /** Where a word is a value of several dimensions, the earlier one is meant. */
    static final List<String> FIELDS = List.of(
            "project_key",
            "project_name",
            "issue_type",
            "status",
            "priority",
            "assignee",
            "reporter",
            "label",
            "component",
            "sprint_name",
            "board");

    private static final List<String> PEOPLE = List.of("assignee", "reporter");
    /** Everyday words that are also names of priorities and statuses. */
    private static final Set<String> WEAK_FIELDS = Set.of("priority");

    private static final Set<String> WEAK_WORDS =
            Set.of("high", "highest", "low", "lowest", "medium", "normal", "major", "minor", "open", "new", "none");

    private final PhraseTree phrases = new PhraseTree();
    private final Set<String> words = new TreeSet<>();

    public ValueVocabulary(Values values) {
        for (var field : FIELDS) {
            values.of(field).forEach(value -> add(Tokenizer.tokens(value), field, value));
        }
        for (var field : PEOPLE) {
            addShortNames(field, values);
        }
    }

    PhraseTree.Match longest(List<Token> tokens, int from) {
        return phrases.longest(tokens, from);
    }

    Set<String> words() {
        return words;
    }

    private void add(List<Token> tokens, String field, String value) {
        if (tokens.isEmpty()) {
            return;
        }
        boolean weak = tokens.size() == 1
                && (WEAK_FIELDS.contains(field) || "status".equals(field))
                && WEAK_WORDS.contains(tokens.getFirst().folded());
        phrases.add(tokens, new Meaning.Value(field, value, weak));
        tokens.forEach(token -> words.add(token.folded()));
    }

    private void addShortNames(String field, Values values) {
        var bearers = new HashMap<String, Set<String>>();
        for (var role : PEOPLE) {
            values.of(role)
                    .forEach(person -> shortNames(person)
                            .forEach(token -> bearers.computeIfAbsent(token.stem(), s -> new HashSet<>())
                                    .add(person)));
        }
        values.of(field)
                .forEach(person -> shortNames(person).stream()
                        .filter(token -> isOnly(bearers, token))
                        .forEach(token -> phrases.add(List.of(token), new Meaning.Value(field, person, false))));
    }

    private static boolean isOnly(Map<String, Set<String>> bearers, Token token) {
        return bearers.get(token.stem()).size() == 1;
    }

    private static List<Token> shortNames(String person) {
        var tokens = Tokenizer.tokens(person);
        return tokens.size() < 2 ? List.of() : List.of(tokens.getFirst(), tokens.getLast());
    }
}
