package io.plumbline.query.compiler.words;

import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.spec.Aggregation;
import io.plumbline.spec.catalog.Computation;
import io.plumbline.spec.catalog.Entity;

/** Says how a number is made of the rows of one kind. */
final class RowWords {
    /** The time of a row that has but one. */
    private static final String ITS_ONLY_TIME = "at";

    private final CatalogIndex catalog;

    RowWords(CatalogIndex catalog) {
        this.catalog = catalog;
    }

    String of(String column, Computation.Simple simple, Aggregation aggregation) {
        Entity entity = catalog.entity(simple.entity());
        return "%s looks at %s, %s, and %s."
                .formatted(
                        column,
                        Phrases.plural(entity),
                        time(entity, simple.eventTime()),
                        RollUp.verb(aggregation, "their values"));
    }

    private static String time(Entity entity, String name) {
        Entity.TimeColumn time = entity.times().get(name);
        if (time != null && time.to() != null) {
            return "of each the part within the period";
        }
        return name.equals(ITS_ONLY_TIME) ? "each by its time" : "each by when it was " + name.replace('_', ' ');
    }
}
