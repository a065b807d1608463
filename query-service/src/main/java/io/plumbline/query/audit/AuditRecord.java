package io.plumbline.query.audit;

/** Something to add to the audit of a tenant. */
sealed interface AuditRecord permits CacheHit, AuditOutcome {
    AuditEntry entry();
}
