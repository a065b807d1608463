package io.plumbline.jobs.warehouse;

import java.time.Instant;

/**
 * How a merge ended.
 *
 * @param dataVersion the tenant's data version; null where nothing changed
 * @param at when it was committed
 * @param large whether statistics should be gathered
 */
public record Merged(Long dataVersion, Instant at, boolean large) {}
