package io.plumbline.query.audit;

import java.util.UUID;

/**
 * Which entries are wanted; null where a member does not matter.
 *
 * @param first the smallest id that may be
 * @param end greater than each id that may be
 * @param size the most entries that are wanted
 */
record AuditFilter(UUID first, UUID end, String user, String outcome, String specHash, int size) {}
