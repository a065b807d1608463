package io.plumbline.jobs.tracker;

import java.time.Instant;

/**
 * News that an issue was deleted, without the issue's fields.
 *
 * @param at when; null where the tracker does not say
 */
public record Tombstone(String issueId, Instant at) implements TrackerRecord {}
