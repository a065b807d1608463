package io.plumbline.jobs.progress;

import java.time.Duration;

/**
 * A completed run of the same shape for the same tenant.
 *
 * @param took from its start to its end
 * @param rows of its result
 */
public record PastRun(Duration took, long rows) {}
