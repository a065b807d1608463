package io.plumbline.query.receipt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.MetricDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** What answers are computed by, in short. Made once for each catalog, which serves many answers. */
@ApplicationScoped
public class Fingerprints {
    /** Equal versions are equal catalogs. */
    private static final int CATALOGS_KEPT = 100;

    private final Cache<String, Basis> known =
            Caffeine.newBuilder().maximumSize(CATALOGS_KEPT).build();

    /** @param definitions of the catalog's metrics, those that take part */
    public Basis of(Catalog catalog, List<MetricDefinition> definitions) {
        Basis all = known.get(catalog.version(), _ -> all(catalog));
        return new Basis(
                all.model(),
                definitions.stream()
                        .map(MetricDefinition::id)
                        .distinct()
                        .collect(Collectors.toMap(id -> id, all.metrics()::get)));
    }

    private static Basis all(Catalog catalog) {
        return new Basis(ModelFingerprint.of(catalog), MetricFingerprints.of(catalog.metrics(), catalog.calendar()));
    }
}
