package io.plumbline.jobs.stream;

import java.util.UUID;

/**
 * How far a stream has read a job's log.
 *
 * @param after the last event that it has; 0 before the first
 */
record Position(UUID job, long after) {}
