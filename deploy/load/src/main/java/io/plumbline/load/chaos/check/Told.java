package io.plumbline.load.chaos.check;

/** A row of {@code jobs.job_events}. */
public record Told(JobKey job, long seq, String kind, double progress) {}
