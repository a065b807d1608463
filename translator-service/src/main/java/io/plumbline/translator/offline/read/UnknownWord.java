package io.plumbline.translator.offline.read;

import io.plumbline.translator.offline.vocabulary.Keyword;
import io.plumbline.translator.offline.vocabulary.Meaning;
import java.util.List;
import java.util.stream.Stream;

/** Says which word is unknown and which known values come nearest. */
final class UnknownWord {
    private static final List<String> NAMED =
            List.of("project_key", "project_name", "assignee", "label", "component", "status", "issue_type");
    private static final int SHOWN = 5;

    private UnknownWord() {}

    static String reason(Scan scan, int i) {
        var word = scan.item(i).text();
        var field = dimensionBeside(scan, i);
        if (field != null) {
            return "There is no %s \"%s\". Known: %s."
                    .formatted(scan.metrics().dimensionName(field), word, nearest(scan, word, List.of(field)));
        }
        if (scan.isAny(i - 1, Keyword.HOW_MANY, Keyword.WHICH, Keyword.PER)
                || scan.means(i - 1, Meaning.Rollup.class)) {
            return "\"%s\" is nothing the catalog knows. Say it with the words of the catalog.".formatted(word);
        }
        return "\"%s\" is unknown: no project, person, label or other value has this name. Near it: %s."
                .formatted(word, nearest(scan, word, NAMED));
    }

    private static String dimensionBeside(Scan scan, int i) {
        return Stream.of(i - 1, i + 1)
                .flatMap(at -> scan.find(at, Meaning.Grouping.class).stream())
                .map(Meaning.Grouping::field)
                .filter(field -> !scan.values().of(field).isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static String nearest(Scan scan, String word, List<String> fields) {
        var values = fields.stream()
                .flatMap(field -> scan.values().of(field).stream())
                .distinct()
                .toList();
        var shown = NearValues.find(word, values, SHOWN);
        return shown.isEmpty() ? "nothing yet" : String.join(", ", shown);
    }
}
