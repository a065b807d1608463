package io.plumbline.query.receipt;

import io.plumbline.spec.canonical.CanonicalJson;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.signature.Sha256;
import java.util.List;
import java.util.Map;

/** What answers depend on besides metrics: the entities and dimensions of a catalog, without the words about them. */
final class ModelFingerprint {
    private ModelFingerprint() {}

    /** The same for catalogs whose entities and dimensions mean the same. */
    static String of(Catalog catalog) {
        String text = CanonicalJson.write(Map.of(
                "entities",
                catalog.entities().stream().map(ModelFingerprint::wordless).toList(),
                "dimensions",
                catalog.dimensions().stream().map(ModelFingerprint::wordless).toList()));
        return Sha256.hex(text);
    }

    private static Entity wordless(Entity entity) {
        return new Entity(
                entity.name(),
                null,
                entity.relation(),
                entity.key(),
                entity.columns(),
                entity.times(),
                entity.joins(),
                entity.asOf());
    }

    private static DimensionDefinition wordless(DimensionDefinition dimension) {
        return new DimensionDefinition(
                dimension.name(),
                null,
                null,
                dimension.type(),
                dimension.values(),
                List.of(),
                dimension.sources(),
                dimension.perSprint());
    }
}
