package io.plumbline.catalog.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plumbline.spec.Json;
import io.plumbline.spec.catalog.Catalog;
import io.plumbline.spec.catalog.DimensionDefinition;
import io.plumbline.spec.catalog.Entity;
import io.plumbline.spec.catalog.MetricDefinition;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The catalog's version: a hash of its content, so that equal content has the same version on every instance. */
public final class CatalogVersion {
    private static final int BYTES = 8;

    private CatalogVersion() {}

    /** The catalog of this content, with its version. */
    public static Catalog stamp(
            List<Entity> entities, List<DimensionDefinition> dimensions, List<MetricDefinition> metrics) {
        String version = hash(new Catalog("", entities, dimensions, metrics));
        return new Catalog(version, entities, dimensions, metrics);
    }

    private static String hash(Catalog content) {
        try {
            byte[] text = Json.mapper().writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("the catalog can't be hashed", e);
        }
    }
}
