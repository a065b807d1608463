package io.plumbline.catalog.tenant;

import io.plumbline.spec.catalog.Catalog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which metric or dimension each word of a question leads to. */
public final class Words {
    private final Map<String, String> holders = new HashMap<>();

    private Words() {}

    public static Words of(Catalog catalog) {
        var words = new Words();
        catalog.metrics().forEach(metric -> words.hold(metric.name(), List.of(spoken(metric.name()))));
        catalog.dimensions().forEach(it -> words.hold(it.name(), List.of(spoken(it.name()))));
        catalog.metrics().forEach(metric -> words.hold(metric.name(), metric.synonyms()));
        catalog.dimensions().forEach(it -> words.hold(it.name(), it.synonyms()));
        return words;
    }

    /** What the word leads to; empty where it is free. */
    public Optional<String> holder(String word) {
        return Optional.ofNullable(holders.get(word));
    }

    private void hold(String name, List<String> words) {
        words.forEach(word -> holders.putIfAbsent(word, name));
    }

    private static String spoken(String name) {
        return name.replace('_', ' ');
    }
}
