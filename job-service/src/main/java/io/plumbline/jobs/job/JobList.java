package io.plumbline.jobs.job;

import java.util.List;

/**
 * Jobs, the newest first.
 *
 * @param next what to give as {@code after} to have those that follow; null where there are none
 */
public record JobList(List<JobView> jobs, String next) {}
