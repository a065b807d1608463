package io.plumbline.translator.offline.vocabulary;

import io.plumbline.spec.catalog.Catalog;
import io.plumbline.translator.offline.text.Token;
import io.plumbline.translator.offline.text.Tokenizer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The words of the language and of one catalog. Where the language's file gives a phrase a meaning, the catalog's
 * synonyms are not asked; a phrase that the catalog gives to two metrics keeps both.
 */
public final class CatalogVocabulary {
    private static final List<VocabularyFile.Entry> FILE = VocabularyFile.read();

    private final PhraseTree language = new PhraseTree();
    private final PhraseTree names = new PhraseTree();
    private final Set<String> words = new TreeSet<>();

    public CatalogVocabulary(Catalog catalog) {
        FILE.forEach(entry -> FileMeanings.of(entry, catalog).ifPresent(meaning -> addEntry(entry, meaning)));
        catalog.metrics().stream()
                .filter(metric -> metric.listed() && metric.active())
                .forEach(metric -> Stream.concat(
                                Stream.of(metric.name(), metric.displayName()), metric.synonyms().stream())
                        .forEach(name -> addName(name, new Meaning.Metric(metric.name()))));
        catalog.dimensions()
                .forEach(dimension -> Stream.concat(
                                Stream.of(dimension.name(), dimension.displayName()), dimension.synonyms().stream())
                        .forEach(name -> addName(name, new Meaning.Grouping(dimension.name()))));
    }

    /** The longest phrase that begins at {@code from}; the language's meanings come first. */
    PhraseTree.Match longest(List<Token> tokens, int from) {
        var spoken = language.longest(tokens, from);
        var named = names.longest(tokens, from);
        boolean catalogFirst = named.length() > spoken.length()
                || (named.length() == spoken.length() && spoken.meanings().equals(List.of(new Meaning.Filler())));
        return catalogFirst ? named : spoken;
    }

    /** Every word of every phrase, as targets of spelling corrections. */
    Set<String> words() {
        return words;
    }

    private void addEntry(VocabularyFile.Entry entry, Meaning meaning) {
        for (var phrase : entry.phrases()) {
            var tokens = Tokenizer.tokens(phrase);
            if (phrase.startsWith("=") && tokens.size() == 1) {
                language.addExact(tokens.getFirst(), meaning);
            } else {
                language.add(tokens, meaning);
            }
            if (!(meaning instanceof Meaning.Filler)) {
                learn(tokens);
            }
        }
    }

    private void addName(String name, Meaning meaning) {
        var tokens = Tokenizer.tokens(name.replace('_', ' '));
        if (!tokens.isEmpty() && !spokenOtherwise(tokens)) {
            names.add(tokens, meaning);
            learn(tokens);
        }
    }

    private boolean spokenOtherwise(List<Token> tokens) {
        var spoken = language.longest(tokens, 0);
        return spoken.length() == tokens.size() && !spoken.meanings().contains(new Meaning.Filler());
    }

    private void learn(List<Token> tokens) {
        tokens.forEach(token -> words.add(token.folded()));
    }
}
