package io.plumbline.translator.offline.read;

import io.plumbline.translator.offline.text.EditDistance;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import java.util.stream.Stream;

/** The values a person may have meant: those with a word that is like the one written, then any. */
final class NearValues {
    private static final int FAR = Integer.MAX_VALUE;
    private static final int LENGTH_APART = 2;

    private NearValues() {}

    private record Near(String value, int distance) {}

    static List<String> find(String written, List<String> values, int count) {
        var word = written.toLowerCase(Locale.ROOT);
        var near = values.stream()
                .map(value -> new Near(value, distance(word, value)))
                .filter(candidate -> candidate.distance() != FAR)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::value))
                .limit(count)
                .map(Near::value)
                .toList();
        return Stream.concat(near.stream(), values.stream())
                .distinct()
                .limit(count)
                .toList();
    }

    // Only words of the same initial and about the same length are measured: there may be thousands of values.
    private static int distance(String word, String value) {
        int best = FAR;
        var parts = new StringTokenizer(value.toLowerCase(Locale.ROOT), " -_/.");
        while (parts.hasMoreTokens()) {
            var part = parts.nextToken();
            boolean alike = part.charAt(0) == word.charAt(0) && Math.abs(part.length() - word.length()) <= LENGTH_APART;
            best = alike ? Math.min(best, EditDistance.between(word, part)) : best;
        }
        return best;
    }
}
