package io.plumbline.translator.offline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.translator.Values;
import io.plumbline.translator.offline.vocabulary.CatalogVocabulary;
import io.plumbline.translator.offline.vocabulary.ValueVocabulary;
import io.plumbline.translator.offline.vocabulary.Vocabulary;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** Keeps what is derived from the catalogs in use, and from each tenant's values for as long as those are in use. */
final class VocabularyCache {
    /** Tenants that change nothing share one catalog. */
    private static final int CATALOGS_KEPT = 100;

    // A catalog is replaced whole; comparing its content would cost more than the question. Weak keys are the same or
    // not.
    private final Cache<Catalog, CatalogPart> parts =
            Caffeine.newBuilder().weakKeys().maximumSize(CATALOGS_KEPT).build();

    /** What the stages need to know. */
    record Known(Vocabulary vocabulary, Metrics metrics) {}

    private static final class CatalogPart {
        private final CatalogVocabulary vocabulary;
        private final Metrics metrics;
        private final Map<Values, Vocabulary> byValues = Collections.synchronizedMap(new WeakHashMap<>());

        private CatalogPart(Catalog catalog) {
            this.vocabulary = new CatalogVocabulary(catalog);
            this.metrics = new Metrics(catalog);
        }
    }

    Known load(Catalog catalog, Values values) {
        var part = parts.get(catalog, CatalogPart::new);
        var words = part.vocabulary;
        var vocabulary = part.byValues.computeIfAbsent(values, v -> new Vocabulary(words, new ValueVocabulary(v)));
        return new Known(vocabulary, part.metrics);
    }
}
