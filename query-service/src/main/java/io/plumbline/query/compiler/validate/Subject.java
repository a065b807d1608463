package io.plumbline.query.compiler.validate;

import io.plumbline.query.compiler.index.CatalogIndex;
import io.plumbline.query.compiler.index.MetricReference;
import io.plumbline.query.compiler.index.Reach;
import io.plumbline.spec.AnalyticsSpec;
import io.plumbline.spec.Dimension;
import io.plumbline.spec.Filter;
import io.plumbline.spec.Measure;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.MetricDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The spec under test beside the catalog that its names are looked up in. */
record Subject(AnalyticsSpec spec, CatalogIndex catalog, Reach reach, Instant now) {

    Subject(AnalyticsSpec spec, CatalogIndex catalog, Instant now) {
        this(spec, catalog, new Reach(catalog), now);
    }

    Optional<MetricDefinition> metric(Measure measure) {
        return catalog.metric(MetricReference.of(measure.name()));
    }

    Optional<DimensionDefinition> dimension(String field) {
        return catalog.dimension(field);
    }

    /** Each measure with its pointer. */
    void measures(BiConsumer<String, Measure> check) {
        each("/measures/", spec.measures(), check);
    }

    /** Each dimension with its pointer: those of the answer, and those that measures are grouped by in a first stage. */
    void groupings(BiConsumer<String, Dimension> check) {
        each("/dimensions/", spec.dimensions(), check);
        finerGroupings((pointer, _, dimension) -> check.accept(pointer, dimension));
    }

    /** Each dimension that a measure is grouped by in a first stage. */
    void finerGroupings(FinerCheck check) {
        measures((place, measure) -> {
            if (measure.per() != null) {
                each(
                        place + "/per/dimensions/",
                        measure.per().dimensions(),
                        (pointer, dimension) -> check.accept(pointer, measure, dimension));
            }
        });
    }

    /** Looks at a dimension of a measure's first stage. */
    @FunctionalInterface
    interface FinerCheck {
        void accept(String pointer, Measure measure, Dimension dimension);
    }

    /** Each test of the filters with its pointer. */
    void tests(BiConsumer<String, Filter.Test> check) {
        each("/filters/", spec.filters(), (pointer, filter) -> tests(pointer, filter, check));
    }

    static void tests(String pointer, Filter filter, BiConsumer<String, Filter.Test> check) {
        switch (filter) {
            case Filter.Test test -> check.accept(pointer, test);
            case Filter.All all -> each(pointer + "/and/", all.filters(), (place, part) -> tests(place, part, check));
            case Filter.Any any -> each(pointer + "/or/", any.filters(), (place, part) -> tests(place, part, check));
            case Filter.Not not -> tests(pointer + "/not", not.filter(), check);
        }
    }

    static <T> void each(String pointer, List<T> items, BiConsumer<String, T> check) {
        for (int i = 0; i < items.size(); i++) {
            check.accept(pointer + i, items.get(i));
        }
    }

    /** Whether the answer has columns of a previous range. */
    boolean compares() {
        return spec.time() != null && spec.time().compare() != null;
    }
}
