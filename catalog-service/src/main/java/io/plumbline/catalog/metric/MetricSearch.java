package io.plumbline.catalog.metric;

import io.plumbline.spec.catalog.MetricDefinition;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Ranks metrics by the words of a query. A word counts by the best place where it is found (name, synonym, tag,
 * description) and by how well it fits (same, beginning, misspelt); the whole query as a name or synonym counts most.
 */
@Singleton
final class MetricSearch {
    private static final Set<String> FILLERS = Set.of(
            "a an and are by do does each for how in is it many most much of on or our per the their to was we what which who"
                    .split(" "));
    private static final double WHOLE_PHRASE = 100;
    private static final double PART_PHRASE = 20;

    /** The metrics found, the best first, at most so many. */
    List<Hit> search(List<MetricDefinition> metrics, String query, int limit) {
        List<String> words = words(query);
        return metrics.stream()
                .map(metric -> new Hit(metric, score(metric, words)))
                .filter(hit -> hit.score() > 0)
                .sorted(Comparator.comparingDouble(Hit::score)
                        .reversed()
                        .thenComparing(hit -> hit.metric().name()))
                .limit(limit)
                .toList();
    }

    /** The names of the nearest metrics, for a caller who named one that does not exist. */
    List<String> nearest(List<MetricDefinition> metrics, String name, int limit) {
        return search(metrics, name, limit).stream()
                .map(hit -> hit.metric().name())
                .toList();
    }

    private static double score(MetricDefinition metric, List<String> query) {
        double phrase = phrase(metric, String.join(" ", query));
        double found = 0;
        int missed = 0;
        for (String word : query) {
            double best = best(metric, word);
            found += best;
            missed += best == 0 ? 1 : 0;
        }
        // A metric that leaves most of the words unexplained is no answer.
        return phrase + (missed * 2 > query.size() ? 0 : found);
    }

    private static double phrase(MetricDefinition metric, String query) {
        if (query.isEmpty()) {
            return 0;
        }
        double best = 0;
        for (String phrase : phrases(metric)) {
            if (phrase.equals(query)) {
                return WHOLE_PHRASE;
            }
            // The longer the phrase that the query holds, the more it explains.
            if ((" " + query + " ").contains(" " + phrase + " ")) {
                best = Math.max(best, PART_PHRASE + phrase.length());
            }
        }
        return best;
    }

    private static List<String> phrases(MetricDefinition metric) {
        var phrases = new ArrayList<String>();
        phrases.add(joined(metric.name()));
        phrases.add(joined(metric.displayName()));
        metric.synonyms().forEach(synonym -> phrases.add(joined(synonym)));
        return phrases;
    }

    private static double best(MetricDefinition metric, String word) {
        double names = 10 * fit(words(metric.name() + " " + metric.displayName()), word);
        double synonyms = 8 * fit(words(String.join(" ", metric.synonyms())), word);
        double tags = 5 * fit(words(String.join(" ", metric.tags()) + " " + metric.category()), word);
        double description = 2 * fit(words(metric.description()), word);
        return Math.max(Math.max(names, synonyms), Math.max(tags, description));
    }

    private static double fit(List<String> candidates, String word) {
        return candidates.stream()
                .mapToDouble(candidate -> Spelling.fit(candidate, word))
                .max()
                .orElse(0);
    }

    private static String joined(String text) {
        return String.join(" ", words(text));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty() && !FILLERS.contains(word))
                .toList();
    }

    /**
     * A metric found.
     *
     * @param score only to compare hits of one search; the higher, the better
     */
    record Hit(MetricDefinition metric, double score) {}
}
