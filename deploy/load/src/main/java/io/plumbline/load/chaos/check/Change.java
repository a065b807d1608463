package io.plumbline.load.chaos.check;

import java.time.Instant;

/**
 * A row of {@code jobs.job_transitions}.
 *
 * @param from null for the first
 */
public record Change(JobKey job, int seq, String from, String to, String cause, int attempt, long fence, Instant at) {}
