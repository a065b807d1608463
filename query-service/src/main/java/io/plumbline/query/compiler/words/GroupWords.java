package io.plumbline.query.compiler.words;

import io.plumbline.query.compiler.resolve.ResolvedDimension;
import io.plumbline.query.compiler.resolve.ResolvedSpec;
import io.plumbline.spec.catalog.ColumnType;
import java.util.ArrayList;
import java.util.List;

/** Says what the rows stand for. */
final class GroupWords {
    private GroupWords() {}

    static List<String> of(ResolvedSpec spec) {
        if (spec.dimensions().isEmpty()) {
            return List.of("There is one row, for everything together.");
        }
        List<String> sentences = new ArrayList<>();
        List<String> groups = spec.dimensions().stream().map(GroupWords::group).toList();
        sentences.add("There is one row for each " + Phrases.joined(groups, "and") + ".");
        spec.dimensions().stream()
                .filter(dimension -> dimension.definition().type() == ColumnType.TEXT_LIST)
                .forEach(dimension -> sentences.add("What has more than one %s counts in the row of each."
                        .formatted(Phrases.name(dimension.definition()))));
        return sentences;
    }

    private static String group(ResolvedDimension dimension) {
        if (!dimension.isTime()) {
            return Phrases.name(dimension.definition());
        }
        if (dimension.isBySprint()) {
            return "closed sprint";
        }
        String period = Phrases.period(dimension.granularity());
        return dimension.isMetricTime() ? period : period + " of " + Phrases.subject(dimension.definition());
    }
}
