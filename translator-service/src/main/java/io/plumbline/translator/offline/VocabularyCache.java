package io.plumbline.translator.offline;

import io.plumbline.spec.catalog.Catalog;
import io.plumbline.translator.Values;
import io.plumbline.translator.offline.vocabulary.CatalogVocabulary;
import io.plumbline.translator.offline.vocabulary.ValueVocabulary;
import io.plumbline.translator.offline.vocabulary.Vocabulary;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** Keeps what is derived from the newest catalog, and from each tenant's values for as long as those are in use. */
final class VocabularyCache {
    private volatile CatalogPart newest;

    /** What the stages need to know. */
    record Known(Vocabulary vocabulary, Metrics metrics) {}

    private static final class CatalogPart {
        private final Catalog catalog;
        private final CatalogVocabulary vocabulary;
        private final Metrics metrics;
        private final Map<Values, Vocabulary> byValues = Collections.synchronizedMap(new WeakHashMap<>());

        private CatalogPart(Catalog catalog) {
            this.catalog = catalog;
            this.vocabulary = new CatalogVocabulary(catalog);
            this.metrics = new Metrics(catalog);
        }
    }

    // A catalog is replaced whole; comparing its content would cost more than the question.
    @SuppressWarnings("ReferenceEquality")
    Known load(Catalog catalog, Values values) {
        var part = newest;
        if (part == null || part.catalog != catalog) {
            part = new CatalogPart(catalog);
            newest = part;
        }
        var words = part.vocabulary;
        var vocabulary = part.byValues.computeIfAbsent(values, v -> new Vocabulary(words, new ValueVocabulary(v)));
        return new Known(vocabulary, part.metrics);
    }
}
