package io.plumbline.query.compiler.words;

import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.spec.Show;
import io.plumbline.spec.Sort;
import java.util.List;

/** Says what a column shows in place of the number. */
final class ShowWords {
    private ShowWords() {}

    static String of(String column, Show show, CatalogIndex catalog) {
        String rows = rows(show.within(), catalog);
        return switch (show.type()) {
            case PERCENT_OF_TOTAL ->
                "%s is shown in percent of the same number computed over %s.".formatted(column, rows);
            case RANK ->
                "%s is shown as the rank among %s, the %s number first; equal numbers share a rank."
                        .formatted(column, rows, show.dir() == Sort.Direction.ASC ? "smallest" : "greatest");
        };
    }

    private static String rows(List<String> within, CatalogIndex catalog) {
        List<String> names = within.stream()
                .map(name -> catalog.dimension(name).map(Phrases::name).orElse(name))
                .toList();
        return names.isEmpty() ? "all rows" : "all rows of the same " + Phrases.joined(names, "and");
    }
}
