package io.plumbline.translator.offline.vocabulary;

import io.plumbline.translator.offline.text.Spelling;
import io.plumbline.translator.offline.text.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Everything that words can mean to one tenant at one version of the catalog. */
public final class Vocabulary {
    private static final int ACRONYM = 2;

    private final CatalogVocabulary catalog;
    private final ValueVocabulary values;
    private final Spelling spelling;

    /** The longest phrase at a place, and its meanings; length 0 where no phrase begins. */
    public record Phrase(int length, List<Meaning> meanings) {}

    public Vocabulary(CatalogVocabulary catalog, ValueVocabulary values) {
        this.catalog = catalog;
        this.values = values;
        var words = new TreeSet<>(catalog.words());
        words.addAll(values.words());
        this.spelling = new Spelling(words);
    }

    /**
     * The longest phrase that begins at {@code from}. Of equally long ones the language comes before the values, unless
     * written in capitals like a key; a value that is also an everyday word counts only beside its dimension's name.
     */
    public Phrase longest(List<Token> tokens, int from) {
        var word = catalog.longest(tokens, from);
        var value = values.longest(tokens, from);
        if (value.length() != word.length() || value.length() == 0) {
            return value.length() > word.length()
                    ? new Phrase(value.length(), value.meanings())
                    : new Phrase(word.length(), word.meanings());
        }
        boolean filler = word.meanings().equals(List.of(new Meaning.Filler()));
        var token = tokens.get(from);
        if (isAcronym(token) || (filler && token.capitalised() && from > 0)) {
            return new Phrase(value.length(), merged(value.meanings(), filler ? List.of() : word.meanings()));
        }
        var valued = filler ? weak(value.meanings()) : value.meanings();
        return new Phrase(value.length(), merged(word.meanings(), valued));
    }

    /** The known word that a mistyped one stands for. */
    public Optional<String> correct(Token token) {
        return spelling.correct(token.folded());
    }

    private static boolean isAcronym(Token token) {
        return token.surface().length() >= ACRONYM
                && token.surface().chars().allMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
    }

    private static List<Meaning> weak(List<Meaning> meanings) {
        return meanings.stream()
                .<Meaning>map(m -> m instanceof Meaning.Value v ? new Meaning.Value(v.field(), v.value(), true) : m)
                .toList();
    }

    private static List<Meaning> merged(List<Meaning> first, List<Meaning> second) {
        Set<Meaning> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return new ArrayList<>(all);
    }
}
