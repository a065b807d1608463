package io.plumbline.query.audit;

import java.util.List;
import java.util.UUID;

/**
 * Part of the audit.
 *
 * @param entries newest first
 * @param next the value of {@code before} that gives the page after it; null on the last
 */
public record AuditPage(List<AuditView> entries, UUID next) {}
