package io.plumbline.translator.offline.vocabulary;

import io.plumbline.spec.Aggregation;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.catalog.Catalog;
import java.util.Optional;

/** What a line of the vocabulary file stands for; nothing where the catalog lacks the metric or dimension it names. */
final class FileMeanings {
    /** Phrases that are not to be read as the metric whose synonym they are. */
    static final String PLAIN = "plain";

    static final String FILLER = "filler";

    private FileMeanings() {}

    static Optional<Meaning> of(VocabularyFile.Entry entry, Catalog catalog) {
        var name = entry.name();
        return switch (entry.kind()) {
            case "metric" -> metric(name, catalog);
            case "dimension" ->
                hasDimension(name, catalog) ? Optional.of(new Meaning.Grouping(name)) : Optional.empty();
            case "value" -> value(name, catalog);
            case "aggregation" -> Aggregation.find(name).map(Meaning.Rollup::new);
            case "unit" -> Granularity.find(name).map(unit -> new Meaning.Unit(unit, false));
            case "periodic" -> Granularity.find(name).map(unit -> new Meaning.Unit(unit, true));
            case "keyword" -> Optional.of(new Meaning.Word(Keyword.valueOf(name)));
            case "beyond" -> Optional.of(new Meaning.Beyond(Limit.valueOf(name)));
            case "imperative" -> Optional.of(new Meaning.Imperative());
            case PLAIN -> Optional.empty();
            case FILLER -> Optional.of(new Meaning.Filler());
            default -> throw new IllegalStateException("vocabulary.txt: unknown kind " + entry.kind());
        };
    }

    private static Optional<Meaning> metric(String name, Catalog catalog) {
        boolean known = catalog.metrics().stream()
                .anyMatch(metric -> metric.name().equals(name) && metric.listed() && metric.active());
        return known ? Optional.of(new Meaning.Metric(name)) : Optional.empty();
    }

    private static Optional<Meaning> value(String fieldAndValue, Catalog catalog) {
        var parts = fieldAndValue.split(" ", 2);
        Object value = "true".equals(parts[1]) ? (Object) true : parts[1];
        return hasDimension(parts[0], catalog)
                ? Optional.of(new Meaning.Value(parts[0], value, false))
                : Optional.empty();
    }

    private static boolean hasDimension(String name, Catalog catalog) {
        return catalog.dimensions().stream()
                .anyMatch(dimension -> dimension.name().equals(name));
    }
}
