package io.plumbline.query.freshness;

import java.time.Instant;

/**
 * The state of a tenant's data.
 *
 * @param dataVersion counts the changes; 0 where nothing was ever imported
 * @param dataAsOf when the last change was made; null where nothing was ever imported
 */
public record Freshness(long dataVersion, Instant dataAsOf) {
    static final Freshness NOTHING_IMPORTED = new Freshness(0, null);
}
