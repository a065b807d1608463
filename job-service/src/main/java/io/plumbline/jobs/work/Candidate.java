package io.plumbline.jobs.work;

import io.plumbline.spec.tenant.Tenant;
import java.time.Instant;
import java.util.UUID;

/**
 * A job that waits.
 *
 * @param high whether somebody waits for it
 */
record Candidate(Tenant tenant, UUID job, boolean high, Instant submittedAt) {}
