package io.plumbline.jobs.tracker;

import java.time.Instant;

/**
 * A sprint as it was at a known time: of two, the later one holds, whichever comes first.
 *
 * @param at when the tracker said so
 */
public record SprintNews(SprintFacts sprint, Instant at) implements TrackerRecord {}
