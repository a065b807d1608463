package io.plumbline.catalog.pages;

import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.MetricDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the index says.
 *
 * @param folder before the addresses of other pages; empty where the index lies beside them
 * @param words every word that leads to a metric, in alphabetical order
 */
public record IndexPage(
        String folder,
        List<Family> families,
        List<Word> words,
        List<DimensionDefinition> dimensions,
        int metrics,
        String catalogVersion) {

    /** Metrics of one category. */
    public record Family(String id, String name, List<Line> metrics) {}

    /**
     * One metric.
     *
     * @param says the first sentence of its description
     */
    public record Line(String name, String displayName, String says, String unit, boolean deprecated) {
        static Line of(MetricDefinition metric) {
            return new Line(
                    metric.name(),
                    metric.displayName(),
                    metric.description().split("(?<=\\.) ", 2)[0],
                    metric.unit(),
                    metric.deprecatedSince() != null);
        }
    }

    /**
     * A word and the metrics that it leads to.
     *
     * @param letter its first one, where it is the first of that letter; null elsewhere
     */
    public record Word(String text, String letter, List<String> metrics) {}

    /** @param metrics the listed ones, by category and name */
    static IndexPage of(Catalog catalog, List<MetricDefinition> metrics, String folder) {
        Map<String, List<MetricDefinition>> families = new LinkedHashMap<>();
        for (MetricDefinition metric : metrics) {
            families.merge(metric.category(), List.of(metric), IndexPage::both);
        }
        return new IndexPage(
                folder,
                families.entrySet().stream()
                        .map(it -> new Family(
                                it.getKey(),
                                Families.words(it.getKey()),
                                it.getValue().stream().map(Line::of).toList()))
                        .toList(),
                words(metrics),
                catalog.dimensions(),
                metrics.size(),
                catalog.version());
    }

    /** The letters that words begin with, for jumps. */
    public List<String> letters() {
        return words.stream().map(Word::letter).filter(letter -> letter != null).toList();
    }

    private static List<Word> words(List<MetricDefinition> metrics) {
        var leads = new TreeMap<String, TreeSet<String>>();
        for (MetricDefinition metric : metrics) {
            add(leads, metric.displayName().toLowerCase(Locale.ROOT), metric);
            metric.synonyms().forEach(synonym -> add(leads, synonym, metric));
        }
        var letters = new TreeSet<String>();
        return leads.entrySet().stream()
                .map(it -> new Word(it.getKey(), letter(it.getKey(), letters), List.copyOf(it.getValue())))
                .toList();
    }

    private static void add(Map<String, TreeSet<String>> leads, String word, MetricDefinition metric) {
        leads.computeIfAbsent(word, _ -> new TreeSet<>()).add(metric.name());
    }

    private static String letter(String word, TreeSet<String> seen) {
        String first = word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
        return seen.add(first) ? first : null;
    }

    private static List<MetricDefinition> both(List<MetricDefinition> some, List<MetricDefinition> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
