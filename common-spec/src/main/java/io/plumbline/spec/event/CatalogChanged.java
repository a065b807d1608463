package io.plumbline.spec.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;

/**
 * The catalog holds other definitions than before. Only a hint: a reader also checks the version by time.
 *
 * @param schema version of this record, 1
 * @param version the catalog's version from now on
 * @param at when the change was committed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record CatalogChanged(int schema, String version, Instant at) {
    public static final int SCHEMA = 1;
    /** The key of all these records. */
    public static final String KEY = "catalog";

    public static CatalogChanged of(String version, Instant at) {
        return new CatalogChanged(SCHEMA, version, at);
    }
}
