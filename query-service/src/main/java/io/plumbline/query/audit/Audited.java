package io.plumbline.query.audit;

/**
 * What a transaction read, with its entry, whose outcome is still to be told.
 *
 * @param result null where the work has none
 */
public record Audited<T>(T result, AuditEntry entry) {}
