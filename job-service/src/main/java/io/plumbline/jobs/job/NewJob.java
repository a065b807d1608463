package io.plumbline.jobs.job;

import java.util.UUID;

/** A submission that was found good. */
record NewJob(UUID id, Submission submission, CheckedSpec checked, Priority priority, Origin origin) {}
