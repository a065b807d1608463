package io.plumbline.jobs.stream;

import io.plumbline.spec.tenant.Tenant;
import java.time.Instant;
import java.util.UUID;

/**
 * Opens one stream once, in place of a token.
 *
 * @param id by which its use is noted
 * @param tenant from the token of whoever asked for it
 * @param expiresAt until when it opens the stream
 * @param tokenExpiresAt until when the stream may last
 */
record Ticket(UUID id, Tenant tenant, String user, UUID job, Instant expiresAt, Instant tokenExpiresAt) {}
