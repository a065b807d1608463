package io.plumbline.translator.offline.vocabulary;

import io.plumbline.spec.Dimension;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.translator.offline.text.Token;
import io.plumbline.translator.offline.text.Tokenizer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The words of the language and of one catalog. Where the language's file gives a phrase a meaning, the catalog's
 * synonyms are not asked; nor for a metric's synonym that the language reads in parts ("bugs reported", "planned vs
 * completed"), because the parts also go with what stands around them.
 */
public final class CatalogVocabulary {
    private static final List<VocabularyFile.Entry> FILE = VocabularyFile.read();

    /** Words as short are corrected only where two letters are swapped, so that fillers among them do no harm. */
    private static final int SHORT = 4;

    private final PhraseTree language = new PhraseTree();
    private final PhraseTree names = new PhraseTree();
    private final Set<String> words = new TreeSet<>();
    private final PhraseTree plain = new PhraseTree();

    public CatalogVocabulary(Catalog catalog) {
        FILE.stream()
                .filter(entry -> entry.kind().equals(FileMeanings.PLAIN))
                .flatMap(entry -> entry.phrases().stream())
                .forEach(phrase -> plain.add(Tokenizer.tokens(phrase), new Meaning.Filler()));
        // Fillers first: a word that is one is no target for a correction.
        FILE.stream()
                .filter(entry -> entry.kind().equals(FileMeanings.FILLER))
                .forEach(entry -> addEntry(entry, new Meaning.Filler()));
        FILE.forEach(entry -> FileMeanings.of(entry, catalog).ifPresent(meaning -> addEntry(entry, meaning)));
        catalog.metrics().stream()
                .filter(metric -> metric.listed() && metric.active())
                .forEach(metric -> Stream.concat(
                                Stream.of(metric.name(), metric.displayName()), metric.synonyms().stream())
                        .map(CatalogVocabulary::tokens)
                        .filter(name -> !isReadInParts(name))
                        .forEach(name -> addName(name, new Meaning.Metric(metric.name()))));
        catalog.dimensions().stream()
                .filter(dimension -> !dimension.name().equals(Dimension.METRIC_TIME))
                .forEach(dimension -> Stream.concat(
                                Stream.of(dimension.name(), dimension.displayName()), dimension.synonyms().stream())
                        .map(CatalogVocabulary::tokens)
                        .forEach(name -> addName(name, new Meaning.Grouping(dimension.name()))));
    }

    private static boolean isFiller(PhraseTree.Match match) {
        return match.meanings().equals(List.of(new Meaning.Filler()));
    }

    /** The longest phrase that begins at {@code from}; the language's meanings come first. */
    PhraseTree.Match longest(List<Token> tokens, int from) {
        var spoken = language.longest(tokens, from);
        var named = names.longest(tokens, from);
        boolean catalogFirst =
                named.length() > spoken.length() || (named.length() == spoken.length() && isFiller(spoken));
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

    private static List<Token> tokens(String name) {
        return Tokenizer.tokens(name.replace('_', ' '));
    }

    private void addName(List<Token> name, Meaning meaning) {
        if (!name.isEmpty() && !spokenOtherwise(name)) {
            names.add(name, meaning);
            learn(name);
        }
    }

    private boolean isReadInParts(List<Token> name) {
        boolean meant = false;
        for (int i = 0; i < name.size(); ) {
            var part = language.longest(name, i);
            if (part.length() == 0 || part.meanings().stream().anyMatch(Meaning.Beyond.class::isInstance)) {
                return false;
            }
            meant |= !part.meanings().contains(new Meaning.Filler());
            i += part.length();
        }
        return meant;
    }

    private boolean spokenOtherwise(List<Token> tokens) {
        var spoken = language.longest(tokens, 0);
        boolean whole = spoken.length() == tokens.size() && !spoken.meanings().contains(new Meaning.Filler());
        return whole || plain.has(tokens);
    }

    private void learn(List<Token> tokens) {
        tokens.stream()
                .filter(token -> token.folded().length() <= SHORT || !isFiller(language.longest(List.of(token), 0)))
                .forEach(token -> words.add(token.folded()));
    }
}
