package io.plumbline.catalog.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One change of a tenant's part of the catalog.
 *
 * @param revision counts the tenant's changes
 * @param changedBy the user who made it
 * @param action created, updated, deprecated, activated, deactivated or overlaid
 * @param reason what the user gave as one; absent where nothing
 * @param before the versions that changed (or the overlay), as they were; new versions are not among them
 * @param after the same, as they are since
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HistoryEntry(
        long revision,
        Instant changedAt,
        String changedBy,
        String action,
        String reason,
        JsonNode before,
        JsonNode after) {}
