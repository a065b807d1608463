package io.plumbline.jobs.tracker;

import java.time.Instant;

/**
 * A sprint as the tracker describes it; every member but id, name and state may be null.
 *
 * @param state future, active or closed
 */
public record SprintFacts(
        String id,
        String name,
        String state,
        String boardId,
        String board,
        String goal,
        Instant plannedStart,
        Instant plannedEnd,
        Instant activated,
        Instant completed)
        implements TrackerRecord {}
