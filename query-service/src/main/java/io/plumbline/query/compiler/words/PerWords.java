package io.plumbline.query.compiler.words;

import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Granularity;
import io.plumbline.spec.Rollup;
import java.util.List;
import java.util.Objects;

/** Says what a second stage does. */
final class PerWords {
    private PerWords() {}

    static String of(String column, Rollup per, CatalogIndex catalog) {
        List<String> groups =
                per.dimensions().stream().map(one -> group(one, catalog)).toList();
        return "%s is computed for each %s first and then %s, those without one left out."
                .formatted(
                        column,
                        Phrases.joined(groups, "and"),
                        RollUp.verb(Objects.requireNonNullElse(per.agg(), Aggregation.AVG), "these values"));
    }

    private static String group(Dimension dimension, CatalogIndex catalog) {
        return dimension.field().equals(Dimension.METRIC_TIME)
                ? Phrases.period(Objects.requireNonNullElse(dimension.granularity(), Granularity.DAY))
                : catalog.dimension(dimension.field()).map(Phrases::name).orElse(dimension.field());
    }
}
