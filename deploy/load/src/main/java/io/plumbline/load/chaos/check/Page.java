package io.plumbline.load.chaos.check;

/** A row of {@code jobs.job_results} without its rows. */
public record Page(JobKey job, long fence, int page, long firstRow, int rowCount) {}
