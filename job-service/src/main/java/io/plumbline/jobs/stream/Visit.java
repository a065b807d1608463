package io.plumbline.jobs.stream;

import io.plumbline.spec.tenant.Tenant;
import java.time.Instant;
import java.util.UUID;

/**
 * Who watches what, and from where on.
 *
 * @param after the last event that the client has
 * @param until when the client's token expires
 */
record Visit(Tenant tenant, UUID job, long after, Instant until) {}
