package io.plumbline.catalog.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.spec.Json;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.catalog.MetricDefinition;
import io.plumbline.spec.signature.Sha256;
import java.util.List;

/** The catalog's version: a hash of its content, so that equal content has the same version on every instance. */
public final class CatalogVersion {
    private static final int DIGITS = 16;

    private CatalogVersion() {}

    /** The catalog of this content, with its version. */
    public static Catalog stamp(
            List<Entity> entities, List<DimensionDefinition> dimensions, List<MetricDefinition> metrics) {
        String version = hash(new Catalog("", entities, dimensions, metrics));
        return new Catalog(version, entities, dimensions, metrics);
    }

    /** What is the same for equal content, on every instance and after every restart: 16 hexadecimal digits. */
    public static String hash(Object content) {
        try {
            return Sha256.hex(Json.mapper().writeValueAsString(content)).substring(0, DIGITS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a catalog's content can't be hashed", e);
        }
    }
}
